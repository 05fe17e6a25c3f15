import { html, useState } from "../../preact.js";
import { showCount, showDateTime } from "../../pure/format.js";
import { useAnswer } from "../../state/answer.js";

const SHOWN = 20;
/** @type {Record<string, string>} */
const SPLITS = { train: "for training", test: "for testing" };
/** @type {Record<string, (value: unknown) => string>} */
const WORDS = {
  label: (value) => `made ${value}`,
  batch: (value) => (value ? `batch ${value}` : "no batch"),
  defect_type: (value) => (value ? `defect type ${value}` : "no defect type"),
  split: (value) => SPLITS[String(value)] ?? "not assigned to a split",
  boxes: (value) =>
    Array.isArray(value)
      ? `${value.length} box${value.length === 1 ? "" : "es"} drawn`
      : "boxes removed",
  mask: (value) => (value ? "mask drawn" : "mask removed"),
  removed: (value) => (value ? "removed" : "restored"),
};

/**
 * What was done to pictures, from the first of them: the others had the same, or each its own.
 * @param {DatasetChange} change
 */
function describe({ undoes, pictures, picture_count }) {
  const which =
    picture_count === 1
      ? `Picture ${pictures[0].picture_id}`
      : `${showCount(picture_count)} pictures`;
  const several = new Set(pictures.map(({ after }) => JSON.stringify(after))).size > 1;
  const what = several
    ? "changed"
    : Object.entries(pictures[0].after)
        .map(([field, value]) => WORDS[field](value))
        .join(", ");
  return `${which}: ${what}${undoes ? " (undone)" : ""}`;
}

/**
 * Who changed what and when; each change can be taken back. It is read when it is opened.
 * @param {{dataset: string | null | undefined, version: number, onUndo: Setter<number>}} props
 */
export function ChangeHistory({ dataset, version, onUndo }) {
  const [open, setOpen] = useState(false);
  const path = /** @type {const} */ (`datasets/${dataset}/changes?limit=${SHOWN}`);
  const { answer } = useAnswer(open && dataset ? path : null, version);
  const changes = answer?.changes ?? [];
  return html`
    <details class="history" onToggle=${(/** @type {EventOf<HTMLDetailsElement>} */ event) => setOpen(event.target.open)}>
      <summary>Change history</summary>
      ${answer && !changes.length && html`<p class="quiet">No changes yet.</p>`}
      <ul class="rows" data-testid="changes">
        ${changes.map(
          (change) => html`
          <li key=${change.change_id}>
            <div>${describe(change)}<p class="quiet small">${showDateTime(change.changed_at)}, ${change.author}</p></div>
            ${
              change.undone
                ? html`<span class="tag">undone</span>`
                : !change.undoes &&
                  html`<button aria-label=${`Undo change ${change.change_id}`} onClick=${() => onUndo(change.change_id)}>Undo</button>`
            }
          </li>`,
        )}
      </ul>
    </details>`;
}
