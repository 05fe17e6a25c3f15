// Pictures from files, chosen or dropped anywhere on the page, with the label that they get.

import { html, useState } from "../../preact.js";
import { chosenFiles, droppedFiles, labelOfPath, meant } from "../../pure/dropped_files.js";
import { attempt } from "../../state/notices.js";
import { addPictures, unlabelled } from "../../state/uploads.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";
import { DropOverlay } from "../shared/drop_overlay.js";
import { takeFiles } from "../shared/field_events.js";
import { LABEL_SHAPES } from "../shared/icons.js";
import { LabelDialog } from "./label_dialog.js";

/** @import { DroppedFile } from "../../pure/dropped_files.js" */

/** @type {Label[]} */
const LABELS = ["normal", "anomaly"];
const zones = () =>
  LABELS.map((label) => ({
    key: label,
    title: text(label),
    text: text(`upload-zone-${label}`),
    icon: html`<${LABEL_SHAPES[label]} size=${56} />`,
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
          aria-label=${text("upload-files")} disabled=${!dataset} onChange=${takeFiles(choose)} />
        <span>${label ? richText("upload-choose-labelled", { label: text(`label-${label}`) }) : richText("upload-choose", {})}</span>
      </label>
      <button disabled=${!dataset} onClick=${() => chooseFolder(choose)}>${text("upload-choose-folder")}</button>
    </div>
    ${
      dataset &&
      html`<${DropOverlay} zones=${zones()} onDrop=${drop}>
        <p>${richText("upload-zones", { dataset })}</p>
      <//>`
    }
    ${
      asked &&
      html`<${LabelDialog} title=${text("label-dialog-title", { count: meant(asked).length })}
        onChoose=${(/** @type {Label} */ as) => add(asked, as)} onClose=${() => setAsked(null)} />`
    }`;
}
