import { html } from "../../preact.js";
import { ChoiceField } from "../shared/fields.js";

const SPLITS = [
  ["", "Any"],
  ["train", "for training"],
  ["test", "for testing"],
];
const BOXED = [
  ["", "Any"],
  ["true", "annotated"],
  ["false", "not annotated yet"],
];
const MASKED = [
  ["", "Any"],
  ["true", "with a mask"],
  ["false", "without a mask"],
];
/** @param {string[]} words */
const any = (words) => [["", "Any"], ...words.map((word) => [word, word])];

/** @import { Filter } from "../../state/dataset.js" */

/**
 * Filters pictures by batch, defect type, split, boxes and masks.
 * @param {{counts: Omit<Dataset, "name">, filter: Filter, onChange: Setter<Filter>}} props
 */
export function PictureFilter({ counts, filter, onChange }) {
  /** @type {(label: string, name: keyof Filter, options: string[][]) => Children} */
  const field = (label, name, options) => html`
    <${ChoiceField} label=${label} value=${filter[name] ?? ""} options=${options} onChange=${(/** @type {string} */ value) => onChange({ ...filter, [name]: value })} />`;
  return html`
    <div class="filters">
      ${counts.batches.length > 0 && field("Batch", "batch", any(counts.batches))}
      ${counts.defect_types.length > 0 && field("Defect type", "defectType", any(counts.defect_types))}
      ${field("Split", "split", SPLITS)}
      ${field("Boxes", "boxed", BOXED)}
      ${field("Masks", "masked", MASKED)}
    </div>`;
}
