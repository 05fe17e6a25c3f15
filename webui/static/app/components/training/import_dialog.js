import { html, useState } from "../../preact.js";
import { showCount, showPercent } from "../../pure/format.js";
import { refusalsAsCsv, refusalsAsText } from "../../pure/refusals.js";
import { countsOfImport, useRefusals } from "../../state/dataset_import.js";
import { Button } from "../shared/button.js";
import { takeFiles } from "../shared/field_events.js";
import { ChoiceField, TextField } from "../shared/fields.js";
import { useFileDrop } from "../shared/file_drop.js";
import { CloseIcon } from "../shared/icons.js";
import { JobView } from "../shared/job_view.js";
import { useModal } from "../shared/modal.js";
import { RadioGroup } from "../shared/radio_group.js";

/**
 * @import { ImportCounts, ImportSource, useDatasetImport } from "../../state/dataset_import.js"
 * @typedef {"file" | "folder" | "s3"} Place
 */

/** @type {[Place, string][]} */
const PLACES = [
  ["file", "Upload"],
  ["folder", "On the station"],
  ["s3", "S3"],
];
const ADDRESSES = {
  folder: {
    label: "Folder, zip or manifest on the station",
    placeholder: "for example /media/usb/parts",
  },
  s3: { label: "Address in S3", placeholder: "s3://bucket/folder" },
};
/** What is still missing before an import can begin. @type {Record<Place, string>} */
const WHERE = {
  file: "Choose a zip or a manifest first.",
  folder: "Enter a folder, zip or manifest first.",
  s3: "Enter an address in S3 first.",
};
const LABELS = [
  ["", "Leave them out"],
  ["normal", "Label as normal"],
  ["anomaly", "Label as anomalous"],
];
const SPLITS = [
  ["", "Split later"],
  ["train", "For training"],
  ["test", "For testing"],
];
const MANIFEST = /\.(manifest|jsonl?)$/i;

/** @type {ImportSource} */
const NOTHING = { file: null, address: "", pictures: "", label: null, split: null };

/** @param {{file: File | null, disabled: boolean, onFile: Setter<File>}} props */
function SourceFile({ file, disabled, onFile }) {
  /** @param {File[]} files */
  const take = ([first]) => first && onFile(first);
  const { over, handlers } = useFileDrop(disabled, take);
  return html`
    <label class=${`upload ${over ? "over" : ""}`} ...${handlers}>
      <input class="visually-hidden" type="file" aria-label="Zip or manifest" disabled=${disabled}
        accept=".zip,.manifest,.jsonl,.json" onChange=${takeFiles(take)} />
      <span>${file ? html`<b>${file.name}</b><br /><u>Choose another file</u>` : html`Drop a zip or a manifest here or <u>choose a file</u>`}</span>
    </label>`;
}

/**
 * Where the pictures are, and what holds for those of which the source says too little.
 * @param {{disabled: boolean, onStart: Setter<ImportSource>}} props
 */
function SourceForm({ disabled, onStart }) {
  const [place, setPlace] = useState(/** @type {Place} */ ("file"));
  const [source, setSource] = useState(NOTHING);
  /** @type {KeySetter<ImportSource>} */
  const set = (key) => (value) => setSource((before) => ({ ...before, [key]: value }));
  /** @param {Place} chosen */
  const choose = (chosen) => {
    setPlace(chosen);
    setSource((before) => ({ ...before, file: null, address: "" }));
  };
  const name = source.file?.name ?? source.address.trim();
  /** @param {Event} event */
  const start = (event) => {
    event.preventDefault();
    if (name && !disabled) onStart(source);
  };
  return html`
    <form class="exchange-form" onSubmit=${start}>
      <${RadioGroup} label="Where the pictures are" options=${PLACES} value=${place} onChange=${choose} />
      ${
        place === "file"
          ? html`<${SourceFile} file=${source.file} disabled=${disabled} onFile=${set("file")} />`
          : html`<${TextField} ...${ADDRESSES[place]} value=${source.address} onChange=${set("address")} autocapitalize="off" spellcheck=${false} />`
      }
      ${
        MANIFEST.test(name) &&
        html`<${TextField} label="Folder on the station with the manifest's pictures (optional)" value=${source.pictures} onChange=${set("pictures")}
          placeholder="only if they are not where the manifest says" autocapitalize="off" spellcheck=${false} />`
      }
      <div class="pair">
        <${ChoiceField} label="Pictures without a label" value=${source.label ?? ""} options=${LABELS} onChange=${(/** @type {string} */ value) => set("label")(/** @type {Label} */ (value) || null)} />
        <${ChoiceField} label="Pictures without a split" value=${source.split ?? ""} options=${SPLITS} onChange=${(/** @type {string} */ value) => set("split")(/** @type {Split} */ (value) || null)} />
      </div>
      <details class="small"><summary>What can be imported</summary>
        <ul class="plain-list quiet">
          <li>Folders <code>normal</code> and <code>anomaly</code>, or <code>good</code> and a folder for each defect type</li>
          <li>MVTec AD datasets with their masks</li>
          <li>Manifests of Amazon Lookout for Vision with their masks</li>
          <li>Exports of another okng station, which lose nothing</li>
        </ul>
        <p class="quiet">Each of them may be a zip. Uploads may have up to 256 MB. Copy larger ones to the station or to S3.</p></details>
      <${Button} class="primary" whyNot=${!name && WHERE[place]}>Import<//>
    </form>`;
}

/** @type {(count: number, one: string, many: string) => string} */
const counted = (count, one, many) => `${showCount(count)} ${count === 1 ? one : many}`;

/** What the numbers don't say. @param {ImportCounts} counts */
function furtherWords({ masks, completed, refused, added }) {
  const words = [];
  if (masks) words.push(`${counted(masks, "picture has", "pictures have")} a mask.`);
  if (completed)
    words.push(
      `${counted(completed, "picture that was already there now has", "pictures that were already there now have")} the mask, split or other details that they lacked.`,
    );
  if (refused && added) words.push("The added pictures stay in the dataset.");
  return words.join(" ");
}

/**
 * Hands a file to the browser's downloads.
 * @param {string} name
 * @param {string} type
 * @param {string} text
 */
function download(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // The download has begun by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/**
 * How many came in, how many were there, and all that was left out with its reason.
 * @param {{dataset: string, job: Job, counts: ImportCounts}} props
 */
function Outcome({ dataset, job, counts }) {
  const refusals = useRefusals(job.job_id);
  const numbers = [
    ["Added", counts.added],
    ["Already there", counts.already_there + counts.completed],
    ["Left out", counts.refused],
  ];
  const words = furtherWords(counts);
  const name = `${dataset}-left-out`;
  return html`
    <section class="import-outcome" role="status" data-testid="import-outcome">
      <dl class="import-counts">
        ${numbers.map(([text, count]) => html`<div key=${text}><dt>${text}</dt><dd class="number">${showCount(Number(count))}</dd></div>`)}
      </dl>
      ${words && html`<p class="quiet small">${words}</p>`}
      ${
        counts.refused > 0 &&
        html`
        <div class="field-head"><h3>Left out, and why</h3>
          ${
            refusals &&
            html`<div class="button-row">
            <button onClick=${() => download(`${name}.csv`, "text/csv", refusalsAsCsv(refusals))}>Save as CSV</button>
            <button onClick=${() => download(`${name}.txt`, "text/plain", refusalsAsText(refusals))}>Save as text</button>
          </div>`
          }</div>
        <ul class="refusals small" tabindex="0" aria-label="Left out" data-testid="refusals">
          ${refusals?.map(({ where, reason }, index) => html`<li key=${index}><b>${where}</b> ${reason}</li>`) ?? html`<li class="quiet">One moment…</li>`}
        </ul>`
      }
    </section>`;
}

/**
 * Imports labelled pictures into a dataset, and shows the import that runs or the last one.
 * @param {{
 *   dataset: string,
 *   imports: ReturnType<typeof useDatasetImport>,
 *   onClose: () => unknown,
 * }} props
 */
export function ImportDialog({ dataset, imports, onClose }) {
  const dialog = useModal();
  const [again, setAgain] = useState(!imports.isNews);
  const { job, uploaded, running } = imports;
  const counts = countsOfImport(job);
  const busy = running || uploaded !== null;
  /** @param {ImportSource} source */
  const start = async (source) => {
    await imports.start(source);
    setAgain(false);
  };
  const showsForm = !busy && (again || imports.problem !== null);
  return html`
    <dialog ref=${dialog} class="exchange" aria-label="Import pictures" data-testid="import" onClose=${onClose}>
      <button class="icon plain close" aria-label="Close" onClick=${() => dialog.current?.close()}><${CloseIcon} /></button>
      <div class="exchange-body">
        <h2>Import into ${dataset}</h2>
        ${imports.problem && html`<p class="message fault" role="alert">${imports.problem}</p>`}
        ${showsForm && html`<${SourceForm} disabled=${busy} onStart=${start} />`}
        ${
          uploaded !== null &&
          html`<section class="job"><div class="field-head"><h2>Uploading</h2><span class="number">${showPercent(uploaded, 0)}</span></div>
            <progress max="1" value=${uploaded} aria-label="Upload" /></section>`
        }
        ${
          job &&
          uploaded === null &&
          !showsForm &&
          html`${counts ? html`<${Outcome} dataset=${dataset} job=${job} counts=${counts} />` : html`<${JobView} job=${job} log=${imports.log} onChange=${imports.follow} />`}`
        }
        ${
          !showsForm &&
          !busy &&
          html`<div class="button-row exchange-foot">
          <button onClick=${() => setAgain(true)}>Import more</button>
          <button class="strong" onClick=${() => dialog.current?.close()}>Done</button></div>`
        }
        ${busy && html`<p class="quiet small">You can close this window. The import goes on${uploaded !== null ? " as soon as the upload is complete" : ""}.</p>`}
      </div>
    </dialog>`;
}
