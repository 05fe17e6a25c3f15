import { html } from "../../preact.js";
import { text } from "../../texts/texts.js";
import { ChoiceField } from "../shared/fields.js";

/** @param {string[][]} options */
const orAny = (options) => [["", text("pictures-filter-any")], ...options];
/** @param {string[]} words */
const theWords = (words) => words.map((word) => [word, word]);

/** @import { Filter } from "../../state/dataset.js" */

/**
 * Filters pictures by batch, defect type, split, boxes and masks.
 * @param {{counts: Omit<Dataset, "name">, filter: Filter, onChange: Setter<Filter>}} props
 */
export function PictureFilter({ counts, filter, onChange }) {
  /** @type {(label: string, name: keyof Filter, options: string[][]) => Children} */
  const field = (label, name, options) => html`
    <${ChoiceField} label=${label} value=${filter[name] ?? ""} options=${orAny(options)} onChange=${(/** @type {string} */ value) => onChange({ ...filter, [name]: value })} />`;
  return html`
    <div class="filters">
      ${counts.batches.length > 0 && field(text("pictures-batch"), "batch", theWords(counts.batches))}
      ${counts.defect_types.length > 0 && field(text("pictures-defect-type"), "defectType", theWords(counts.defect_types))}
      ${field(text("split-filter"), "split", [
        ["train", text("split-train")],
        ["test", text("split-test")],
      ])}
      ${field(text("boxes-filter"), "boxed", [
        ["true", text("boxes-filter-true")],
        ["false", text("boxes-filter-false")],
      ])}
      ${field(text("masks-filter"), "masked", [
        ["true", text("masks-filter-true")],
        ["false", text("masks-filter-false")],
      ])}
    </div>`;
}
