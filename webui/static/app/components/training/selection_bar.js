import { html, useState } from "../../preact.js";
import { text } from "../../texts/texts.js";
import { ReasonDialog } from "../shared/reason_dialog.js";

/** @typedef {"batch" | "defect_type"} Field */

const QUESTIONS = {
  batch: () => ({
    title: text("pictures-selected-batch"),
    label: text("pictures-batch-label"),
    placeholder: text("pictures-batch-example"),
  }),
  defect_type: () => ({
    title: text("pictures-selected-defect-type"),
    label: text("pictures-defect-type"),
    placeholder: text("pictures-defect-type-example"),
  }),
};
/** What was done to so many pictures, for a value and for none. */
const GIVEN = /** @type {const} */ ({
  batch: ["pictures-now-batch", "pictures-now-no-batch"],
  defect_type: ["pictures-now-defect-type", "pictures-now-no-defect-type"],
});

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
  /** @type {(words: string, act: () => unknown) => Children} */
  const button = (words, act) =>
    html`<button disabled=${!count} aria-describedby="selection-count" onClick=${act}>${words}</button>`;
  /** @type {(words: string, values: object, done: "normal" | "anomaly" | "train" | "test" | "removed" | "restored") => Children} */
  const act = (words, values, done) =>
    button(words, () => onChange(values, text(`pictures-now-${done}`, { count })));
  /** @type {(field: Field, value: string) => unknown} */
  const give = (field, value) => {
    const [given, taken] = GIVEN[field];
    const words = value ? text(given, { count, value }) : text(taken, { count });
    return onChange({ [field]: value || null }, words);
  };
  return html`
    <section class="selection-bar" aria-label=${text("pictures-selected")} data-testid="selection">
      <div class="field-head"><b id="selection-count">${text("pictures-selected-count", { count })}</b>
        <div class="button-row"><button class="plain" onClick=${onAll}>${text("pictures-select-all")}</button>
          <button class="strong" onClick=${onDone}>${text("done")}</button></div></div>
      <div class="button-row">
        ${
          removed
            ? act(text("restore"), { removed: false }, "restored")
            : html`
            ${act(text("normal"), { label: "normal" }, "normal")}
            ${act(text("anomaly"), { label: "anomaly" }, "anomaly")}
            ${button(text("pictures-set-batch"), () => setAsking("batch"))}
            ${button(text("pictures-set-defect-type"), () => setAsking("defect_type"))}
            ${act(text("split-choice-train"), { split: "train" }, "train")}
            ${act(text("split-choice-test"), { split: "test" }, "test")}
            ${act(text("remove"), { removed: true }, "removed")}`
        }
      </div>
      ${
        asking &&
        html`
        <${ReasonDialog} ...${QUESTIONS[asking]()} maxlength=${64} presets=${known[asking]} action=${text("apply")} onDone=${(/** @type {string} */ value) => give(asking, value)} onClose=${() => setAsking(null)}>
          <p class="quiet small">${text("pictures-set-empty")}</p><//>`
      }
    </section>`;
}
