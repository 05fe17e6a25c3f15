import { html, useState } from "../../preact.js";
import { showDateTime } from "../../pure/format.js";
import { useAnswer } from "../../state/answer.js";
import { text } from "../../texts/texts.js";

const SHOWN = 20;
/** @type {Record<string, (value: unknown) => string>} */
const WORDS = {
  label: (value) =>
    text("dataset-change-label", { label: text(`label-${/** @type {Label} */ (value)}`) }),
  batch: (value) =>
    value
      ? text("dataset-change-batch", { value: String(value) })
      : text("dataset-change-no-batch"),
  defect_type: (value) =>
    value
      ? text("dataset-change-defect-type", { value: String(value) })
      : text("dataset-change-no-defect-type"),
  split: (value) =>
    value ? text(`split-${/** @type {Split} */ (value)}`) : text("dataset-change-no-split"),
  boxes: (value) =>
    Array.isArray(value)
      ? text("dataset-change-boxes", { count: value.length })
      : text("dataset-change-no-boxes"),
  mask: (value) => text(value ? "dataset-change-mask" : "dataset-change-no-mask"),
  removed: (value) => text(value ? "dataset-change-removed" : "dataset-change-restored"),
};

/**
 * What was done to pictures, from the first of them: the others had the same, or each its own.
 * @param {DatasetChange} change
 */
function describe({ undoes, pictures, picture_count }) {
  const several = new Set(pictures.map(({ after }) => JSON.stringify(after))).size > 1;
  const what = several
    ? text("dataset-change-several")
    : Object.entries(pictures[0].after)
        .map(([field, value]) => WORDS[field](value))
        .join(", ");
  const change = undoes ? text("dataset-change-undoing", { change: what }) : what;
  return picture_count === 1
    ? text("dataset-change-of-picture", { id: String(pictures[0].picture_id), change })
    : text("dataset-change-of-pictures", { count: picture_count, change });
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
      <summary>${text("dataset-changes")}</summary>
      ${answer && !changes.length && html`<p class="quiet">${text("dataset-changes-none")}</p>`}
      <ul class="rows" data-testid="changes">
        ${changes.map(
          (change) => html`
          <li key=${change.change_id}>
            <div>${describe(change)}<p class="quiet small">${showDateTime(change.changed_at)}, ${change.author}</p></div>
            ${
              change.undone
                ? html`<span class="tag">${text("dataset-change-undone")}</span>`
                : !change.undoes &&
                  html`<button aria-label=${text("dataset-change-undo", { id: String(change.change_id) })} onClick=${() => onUndo(change.change_id)}>${text("undo")}</button>`
            }
          </li>`,
        )}
      </ul>
    </details>`;
}
