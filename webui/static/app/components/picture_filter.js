import { html } from "../preact.js";
import { ChoiceField } from "./fields.js";

const SPLITS = [["", "Any"], ["train", "for training"], ["test", "for testing"]];
const BOXED = [["", "Any"], ["true", "looked at"], ["false", "not looked at yet"]];
const any = (words) => [["", "Any"], ...words.map((word) => [word, word])];

/** Which pictures by what people said of them: batch, type of defect, split, boxes. */
export function PictureFilter({ counts, filter, onChange }) {
  const field = (label, name, options) => html`
    <${ChoiceField} label=${label} value=${filter[name] ?? ""} options=${options} onChange=${(value) => onChange({ ...filter, [name]: value })} />`;
  return html`
    <div class="filters">
      ${counts.batches.length > 0 && field("Batch", "batch", any(counts.batches))}
      ${counts.defect_types.length > 0 && field("Type of defect", "defectType", any(counts.defect_types))}
      ${field("Split", "split", SPLITS)}
      ${field("Boxes", "boxed", BOXED)}
    </div>`;
}
