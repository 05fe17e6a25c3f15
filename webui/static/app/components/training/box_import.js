import { ApiError } from "../../api.js";
import { html, useState } from "../../preact.js";
import { messageOf } from "../../state/notices.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";
import { takeFiles } from "../shared/field_events.js";
import { ChoiceField, TickField } from "../shared/fields.js";

const exifOptions = () => [
  ["", text("boxes-import-exif-asked")],
  ["applied", text("boxes-import-exif-applied")],
  ["ignored", text("boxes-import-exif-ignored")],
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
    <div class="field"><span class="field-label">${text("boxes-import")}</span>
      <${TickField} label=${text("boxes-import-empty")} value=${empty} onChange=${setEmpty} />
      <${ChoiceField} label=${text("boxes-import-exif")} value=${exif} options=${exifOptions()} onChange=${setExif} />
      <label class="upload"><input class="visually-hidden" type="file" multiple disabled=${busy} aria-label=${text("boxes-import-files")}
        accept=".json,.txt,.names,.yaml,.yml" onChange=${takeFiles(choose)} /><span>${busy ? text("boxes-import-runs") : html`<u>${text("boxes-import-choose")}</u>`}</span></label>
      <p class="quiet small">${richText("boxes-import-words", {})}</p>
      ${
        outcome &&
        html`
        <div role=${outcome.role} data-testid="box-import">
          <p>${outcome.title}</p>
          <ul class="rows">${outcome.lines.map((line) => html`<li key=${line} class="small">${line}</li>`)}</ul>
          ${outcome.more > 0 && html`<p class="quiet small">${text("boxes-import-more", { count: outcome.more })}</p>`}
        </div>`
      }
    </div>`;
}

/**
 * @param {BoxImport} done
 * @returns {Outcome}
 */
function listSkipped({ boxes, pictures, incomplete, skipped, skipped_count: count }) {
  const sentences = [
    text("boxes-imported", { boxes, pictures, skipped: count }),
    incomplete > 0 && text("boxes-import-incomplete", { count: incomplete }),
  ];
  return {
    title: sentences.filter(Boolean).join(" "),
    lines: skipped.map(({ where, reason }) => `${where}: ${reason}`),
    more: count - skipped.length,
    role: "status",
  };
}
