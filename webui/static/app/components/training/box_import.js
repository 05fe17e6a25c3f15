import { ApiError } from "../../api.js";
import { html, useState } from "../../preact.js";
import { showCount } from "../../pure/format.js";
import { messageOf } from "../../state/notices.js";
import { takeFiles } from "../shared/field_events.js";
import { ChoiceField, TickField } from "../shared/fields.js";

const EXIF = [
  ["", "Ask if it matters"],
  ["applied", "Rotated when annotated"],
  ["ignored", "Not rotated when annotated"],
];

/** @typedef {{title: string, lines: string[], more: number, role: string}} Outcome */

/**
 * Boxes from another program's files; lists all that was skipped, or every reason of a refusal.
 * @param {{
 *   onImport: (files: File[], options: {empty: boolean, exif: string}) => Promise<BoxImport>,
 * }} props
 */
export function BoxImport({ onImport }) {
  const [empty, setEmpty] = useState(false);
  const [exif, setExif] = useState("");
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState(/** @type {Outcome | null} */ (null));
  /** @param {File[]} files */
  const choose = async (files) => {
    if (!files.length) return;
    setBusy(true);
    try {
      setOutcome(listSkipped(await onImport(files, { empty, exif })));
    } catch (error) {
      const problems = error instanceof ApiError ? error.detail?.problems : null;
      setOutcome({ title: messageOf(error), lines: problems ?? [], more: 0, role: "alert" });
    }
    setBusy(false);
  };
  return html`
    <div class="field"><span class="field-label">Import boxes from COCO, Darknet or Label Studio</span>
      <${TickField} label="Pictures without boxes in the file have no objects, even if they have boxes here" value=${empty} onChange=${setEmpty} />
      <${ChoiceField} label="Pictures with EXIF rotation" value=${exif} options=${EXIF} onChange=${setExif} />
      <label class="upload"><input class="visually-hidden" type="file" multiple disabled=${busy} aria-label="Label files"
        accept=".json,.txt,.names,.yaml,.yml" onChange=${takeFiles(choose)} /><span>${busy ? "Importing…" : html`<u>Choose label files</u>`}</span></label>
      <p class="quiet small">Choose one JSON file, or text files with their class file. They must use the station's picture names. For other names, use <code>okng dataset import-boxes</code>.</p>
      ${
        outcome &&
        html`
        <div role=${outcome.role} data-testid="box-import">
          <p>${outcome.title}</p>
          <ul class="rows">${outcome.lines.map((line) => html`<li key=${line} class="small">${line}</li>`)}</ul>
          ${outcome.more > 0 && html`<p class="quiet small">And ${showCount(outcome.more)} more. The command line lists all of them.</p>`}
        </div>`
      }
    </div>`;
}

/** @type {(count: number, one: string, many: string) => string} */
const counted = (count, one, many) => `${showCount(count)} ${count === 1 ? one : many}`;

/**
 * @param {BoxImport} done
 * @returns {Outcome}
 */
function listSkipped({ boxes, pictures, incomplete, skipped, skipped_count: count }) {
  const fewer = incomplete
    ? ` ${counted(incomplete, "picture has", "pictures have")} fewer boxes than the file. Draw the missing ones.`
    : "";
  return {
    title: `${counted(boxes, "box", "boxes")} in ${counted(pictures, "picture", "pictures")}; ${showCount(count)} skipped.${fewer}`,
    lines: skipped.map(({ where, reason }) => `${where}: ${reason}`),
    more: count - skipped.length,
    role: "status",
  };
}
