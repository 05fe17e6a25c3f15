// Pictures from files, chosen or dropped anywhere on the page, with the label that they get.

import { html, useState } from "../../preact.js";
import { chosenFiles, droppedFiles, labelOfPath, meant } from "../../pure/dropped_files.js";
import { showCount } from "../../pure/format.js";
import { attempt } from "../../state/notices.js";
import { addPictures, unlabelled } from "../../state/uploads.js";
import { DropOverlay } from "../shared/drop_overlay.js";
import { takeFiles } from "../shared/field_events.js";
import { LABEL_SHAPES } from "../shared/icons.js";
import { LabelDialog } from "./label_dialog.js";

/** @import { DroppedFile } from "../../pure/dropped_files.js" */

const ZONES = [
  { key: "normal", title: "Normal", text: "Pictures of good parts" },
  { key: "anomaly", title: "Anomaly", text: "Pictures of parts with a defect" },
].map((zone) => ({
  ...zone,
  icon: html`<${LABEL_SHAPES[/** @type {Label} */ (zone.key)]} size=${56} />`,
}));

/**
 * Lets a person choose a folder: a field for it would take no single file.
 * @param {(files: File[]) => unknown} take
 */
function chooseFolder(take) {
  const field = document.createElement("input");
  field.type = "file";
  field.webkitdirectory = true;
  field.addEventListener("change", () => take([...(field.files ?? [])]));
  field.click();
}

/**
 * @param {{
 *   dataset: string | null | undefined,
 *   label: Label | null,
 *   split: Split | null,
 * }} props `label` is that of what is collected now, if anything is
 */
export function PictureUpload({ dataset, label, split }) {
  const [asked, setAsked] = useState(/** @type {DroppedFile[] | null} */ (null));
  /** @param {DroppedFile[]} files @param {Label | null} as */
  const add = (files, as) => {
    if (!dataset) return;
    const isTold = meant(files).some(({ path }) => labelOfPath(path));
    if (as || (isTold && !unlabelled(files).length))
      addPictures(files, { dataset, label: as ?? "normal", split });
    else setAsked(files);
  };
  /** @param {string} key @param {DataTransfer} transfer */
  const drop = (key, transfer) => {
    const reading = droppedFiles(transfer);
    return attempt(async () => add(await reading, /** @type {Label} */ (key)));
  };
  /** @param {File[]} files */
  const choose = (files) => files.length > 0 && add(chosenFiles(files), label);
  return html`
    <div class="upload-choice">
      <label class=${`upload ${dataset ? "" : "disabled"}`}>
        <input class="visually-hidden" type="file" multiple accept="image/png,image/jpeg,image/tiff,image/bmp"
          aria-label="Pictures to add" disabled=${!dataset} onChange=${takeFiles(choose)} />
        <span>Drop pictures or folders anywhere on this page, or <u>choose files</u>${label && html`. They will be added as <b>${label}</b>`}</span>
      </label>
      <button disabled=${!dataset} onClick=${() => chooseFolder(choose)}>Choose a folder</button>
    </div>
    ${
      dataset &&
      html`<${DropOverlay} zones=${ZONES} onDrop=${drop}>
        <p>Added to <b>${dataset}</b>. In a folder, subfolders called normal and anomaly decide for their own pictures.</p>
      <//>`
    }
    ${
      asked &&
      html`<${LabelDialog} title=${`What do these ${showCount(meant(asked).length)} pictures show?`}
        onChoose=${(/** @type {Label} */ as) => add(asked, as)} onClose=${() => setAsked(null)} />`
    }`;
}
