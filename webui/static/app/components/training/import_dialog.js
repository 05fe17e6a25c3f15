import { html, useState } from "../../preact.js";
import { showCount, showPercent } from "../../pure/format.js";
import { refusalsAsCsv, refusalsAsText } from "../../pure/refusals.js";
import { countsOfImport, useRefusals } from "../../state/dataset_import.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";
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
 * @typedef {typeof PLACES[number]} Place
 */

const PLACES = /** @type {const} */ (["file", "folder", "s3"]);
const ADDRESSES = {
  folder: () => ({ label: text("import-folder"), placeholder: text("import-folder-example") }),
  s3: () => ({ label: text("import-s3"), placeholder: "s3://bucket/folder" }),
};
const labelOptions = () => [
  ["", text("import-unlabelled-left-out")],
  ["normal", text("import-unlabelled-normal")],
  ["anomaly", text("import-unlabelled-anomaly")],
];
const splitOptions = () => [
  ["", text("split-choice-later")],
  ["train", text("split-choice-train")],
  ["test", text("split-choice-test")],
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
      <input class="visually-hidden" type="file" aria-label=${text("import-file")} disabled=${disabled}
        accept=".zip,.manifest,.jsonl,.json" onChange=${takeFiles(take)} />
      <span>${file ? html`<b>${file.name}</b><br /><u>${text("import-file-other")}</u>` : richText("import-file-choose", {})}</span>
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
      <${RadioGroup} label=${text("import-place")} options=${PLACES.map((one) => [one, text(`import-place-${one}`)])} value=${place} onChange=${choose} />
      ${
        place === "file"
          ? html`<${SourceFile} file=${source.file} disabled=${disabled} onFile=${set("file")} />`
          : html`<${TextField} ...${ADDRESSES[place]()} value=${source.address} onChange=${set("address")} autocapitalize="off" spellcheck=${false} />`
      }
      ${
        MANIFEST.test(name) &&
        html`<${TextField} label=${text("import-pictures")} value=${source.pictures} onChange=${set("pictures")}
          placeholder=${text("import-pictures-hint")} autocapitalize="off" spellcheck=${false} />`
      }
      <div class="pair">
        <${ChoiceField} label=${text("import-unlabelled")} value=${source.label ?? ""} options=${labelOptions()} onChange=${(/** @type {string} */ value) => set("label")(/** @type {Label} */ (value) || null)} />
        <${ChoiceField} label=${text("import-unsplit")} value=${source.split ?? ""} options=${splitOptions()} onChange=${(/** @type {string} */ value) => set("split")(/** @type {Split} */ (value) || null)} />
      </div>
      <details class="small"><summary>${text("import-what")}</summary>
        <ul class="plain-list quiet">
          <li>${richText("import-what-folders", {})}</li>
          <li>${text("import-what-mvtec")}</li>
          <li>${text("import-what-manifests")}</li>
          <li>${text("import-what-exports")}</li>
        </ul>
        <p class="quiet">${text("import-what-zips")}</p></details>
      <${Button} class="primary" whyNot=${!name && text(`import-needs-${place}`)}>${text("import-button")}<//>
    </form>`;
}

/** What the numbers don't say. @param {ImportCounts} counts */
function furtherWords({ masks, completed, refused, added }) {
  const sentences = [
    masks > 0 && text("import-masks", { count: masks }),
    completed > 0 && text("import-completed", { count: completed }),
    refused > 0 && added > 0 && text("import-added-stay"),
  ];
  return sentences.filter(Boolean).join(" ");
}

/**
 * Hands a file to the browser's downloads.
 * @param {string} name
 * @param {string} type
 * @param {string} content
 */
function download(name, type, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
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
    [text("import-added"), counts.added],
    [text("import-already-there"), counts.already_there + counts.completed],
    [text("import-left-out"), counts.refused],
  ];
  const words = furtherWords(counts);
  const name = `${dataset}-left-out`;
  return html`
    <section class="import-outcome" role="status" data-testid="import-outcome">
      <dl class="import-counts">
        ${numbers.map(([term, count]) => html`<div key=${term}><dt>${term}</dt><dd class="number">${showCount(Number(count))}</dd></div>`)}
      </dl>
      ${words && html`<p class="quiet small">${words}</p>`}
      ${
        counts.refused > 0 &&
        html`
        <div class="field-head"><h3>${text("import-left-out-why")}</h3>
          ${
            refusals &&
            html`<div class="button-row">
            <button onClick=${() => download(`${name}.csv`, "text/csv", refusalsAsCsv(refusals))}>${text("import-save-csv")}</button>
            <button onClick=${() => download(`${name}.txt`, "text/plain", refusalsAsText(refusals))}>${text("import-save-text")}</button>
          </div>`
          }</div>
        <ul class="refusals small" tabindex="0" aria-label=${text("import-left-out")} data-testid="refusals">
          ${refusals?.map(({ where, reason }, index) => html`<li key=${index}><b>${where}</b> ${reason}</li>`) ?? html`<li class="quiet">${text("pictures-awaited")}</li>`}
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
    <dialog ref=${dialog} class="exchange" aria-label=${text("import-title")} data-testid="import" onClose=${onClose}>
      <button class="icon plain close" aria-label=${text("close")} onClick=${() => dialog.current?.close()}><${CloseIcon} /></button>
      <div class="exchange-body">
        <h2>${text("import-into", { dataset })}</h2>
        ${imports.problem && html`<p class="message fault" role="alert">${imports.problem}</p>`}
        ${showsForm && html`<${SourceForm} disabled=${busy} onStart=${start} />`}
        ${
          uploaded !== null &&
          html`<section class="job"><div class="field-head"><h2>${text("import-uploading")}</h2><span class="number">${showPercent(uploaded, 0)}</span></div>
            <progress max="1" value=${uploaded} aria-label=${text("upload-title")} /></section>`
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
          <button onClick=${() => setAgain(true)}>${text("import-more")}</button>
          <button class="strong" onClick=${() => dialog.current?.close()}>${text("done")}</button></div>`
        }
        ${busy && html`<p class="quiet small">${text(uploaded === null ? "import-goes-on" : "import-goes-on-uploaded")}</p>`}
      </div>
    </dialog>`;
}
