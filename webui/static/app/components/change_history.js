import { html, useEffect, useState } from "../preact.js";
import { get } from "../api.js";
import { showCount, showDateTime } from "../format.js";
import { attempt } from "../notices.js";

const SHOWN = 20;
const WORDS = {
  label: (value) => `made ${value}`, batch: (value) => (value ? `batch ${value}` : "no batch"),
  defect_type: (value) => (value ? `type ${value}` : "no type of defect"),
  split: (value) => ({ train: "for training", test: "for testing" })[value] ?? "split undecided",
  boxes: (value) => (value ? `${value.length} box${value.length === 1 ? "" : "es"} drawn` : "no boxes any more"),
  removed: (value) => (value ? "removed" : "put back"),
};

/** What was done to pictures, from the first of them: the others had the same, or each its own. */
function describe({ undoes, pictures }) {
  const which = pictures.length === 1 ? `Picture ${pictures[0].picture_id}` : `${showCount(pictures.length)} pictures`;
  const several = new Set(pictures.map(({ after }) => JSON.stringify(after))).size > 1;
  const what = several ? "changed" : Object.entries(pictures[0].after).map(([field, value]) => WORDS[field](value)).join(", ");
  return `${which}: ${what}${undoes ? " (undone)" : ""}`;
}

/** Who changed what and when; each change can be taken back. It is read when it is opened. */
export function ChangeHistory({ dataset, version, onUndo }) {
  const [open, setOpen] = useState(false);
  const [changes, setChanges] = useState([]);
  useEffect(() => {
    if (open) attempt(async () => setChanges((await get(`datasets/${dataset}/changes?limit=${SHOWN}`)).changes));
  }, [dataset, version, open]);
  return html`
    <details class="history" onToggle=${(event) => setOpen(event.target.open)}>
      <summary>What was changed</summary>
      ${open && !changes.length && html`<p class="quiet">Nothing yet.</p>`}
      <ul class="rows" data-testid="changes">
        ${changes.map((change) => html`
          <li key=${change.change_id}>
            <div>${describe(change)}<p class="quiet small">${showDateTime(change.changed_at)}, ${change.author}</p></div>
            ${change.undone ? html`<span class="tag">undone</span>`
              : !change.undoes && html`<button aria-label=${`Undo change ${change.change_id}`} onClick=${() => onUndo(change.change_id)}>Undo</button>`}
          </li>`)}
      </ul>
    </details>`;
}
