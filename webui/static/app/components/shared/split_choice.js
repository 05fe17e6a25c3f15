import { html } from "../../preact.js";
import { RadioGroup } from "./radio_group.js";

/** @type {[Split | null, string][]} */
const CHOICES = [
  ["train", "Training"],
  ["test", "Test"],
  [null, "Split later"],
];

/**
 * What pictures that are added are for; null leaves it to a later split of the dataset.
 * @param {{label: string, value: Split | null, disabled?: boolean, describedby?: string, onChange: Setter<Split | null>}} props
 */
export function SplitChoice({ label, value, disabled, describedby, onChange }) {
  return html`
    <div class="field">
      <span class="field-label" id="split-choice">${label}</span>
      <${RadioGroup} labelledby="split-choice" options=${CHOICES} value=${value} disabled=${disabled} describedby=${describedby} onChange=${onChange} />
      ${value === "test" && html`<p class="quiet small">No model is trained on them.</p>`}
    </div>`;
}
