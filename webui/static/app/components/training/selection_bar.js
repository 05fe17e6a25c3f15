import { html, useState } from "../../preact.js";
import { showCount } from "../../pure/format.js";
import { ReasonDialog } from "../shared/reason_dialog.js";

/** @typedef {"batch" | "defect_type"} Field */

const WORDS = {
  batch: {
    title: "Batch of the selected pictures",
    label: "Batch, lot or shift",
    placeholder: "for example lot 7",
  },
  defect_type: {
    title: "Defect type of the selected pictures",
    label: "Defect type",
    placeholder: "for example crack",
  },
};

/**
 * What can be done to all selected pictures at once; it stays at the foot while the pictures scroll.
 * `known` has the words that are in use already, to be tapped.
 * @param {{
 *   selected: number[],
 *   removed: boolean,
 *   known: Record<Field, string[]>,
 *   onAll: () => unknown,
 *   onChange: (values: object, words: string) => unknown,
 *   onDone: () => unknown,
 * }} props
 */
export function SelectionBar({ selected, removed, known, onAll, onChange, onDone }) {
  const [asking, setAsking] = useState(/** @type {Field | null} */ (null));
  const count = selected.length;
  const pictures = `${showCount(count)} picture${count === 1 ? "" : "s"}`;
  const are = count === 1 ? "is" : "are";
  /** @type {(text: string, values: object, words: string) => Children} */
  const act = (text, values, words) => html`
    <button disabled=${!count} aria-describedby="selection-count" onClick=${() => onChange(values, `${pictures} ${are} ${words}.`)}>${text}</button>`;
  /** @type {(field: Field, text: string) => Children} */
  const ask = (field, text) =>
    html`<button disabled=${!count} aria-describedby="selection-count" onClick=${() => setAsking(field)}>${text}</button>`;
  /** @type {(field: Field, value: string) => unknown} */
  const give = (field, value) => {
    const words = field === "batch" ? "batch" : "defect type";
    return onChange(
      { [field]: value || null },
      value ? `${pictures}: ${words} set to ${value}.` : `${pictures}: ${words} removed.`,
    );
  };
  return html`
    <section class="selection-bar" aria-label="Selected pictures" data-testid="selection">
      <div class="field-head"><b id="selection-count">${count ? `${pictures} selected` : "Tap pictures to select them"}</b>
        <div class="button-row"><button class="plain" onClick=${onAll}>Select all shown</button>
          <button class="strong" onClick=${onDone}>Done</button></div></div>
      <div class="button-row">
        ${
          removed
            ? act("Restore", { removed: false }, "restored")
            : html`
            ${act("Normal", { label: "normal" }, "now normal")}
            ${act("Anomaly", { label: "anomaly" }, "now anomalous")}
            ${ask("batch", "Batch…")}
            ${ask("defect_type", "Defect type…")}
            ${act("For training", { split: "train" }, "now for training")}
            ${act("For testing", { split: "test" }, "now for testing")}
            ${act("Remove", { removed: true }, "removed")}`
        }
      </div>
      ${
        asking &&
        html`
        <${ReasonDialog} ...${WORDS[asking]} maxlength=${64} presets=${known[asking]} action="Apply" onDone=${(/** @type {string} */ value) => give(asking, value)} onClose=${() => setAsking(null)}>
          <p class="quiet small">Leave empty to remove it.</p><//>`
      }
    </section>`;
}
