import { html } from "../../preact.js";
import { text } from "../../texts/texts.js";
import { RadioGroup } from "./radio_group.js";

/** @returns {[Split | null, string][]} */
const choices = () => [
  ["train", text("field-split-train")],
  ["test", text("field-split-test")],
  [null, text("field-split-later")],
];

/**
 * What pictures that are added are for; null leaves it to a later split of the dataset.
 * @param {{label: string, value: Split | null, disabled?: boolean, describedby?: string, onChange: Setter<Split | null>}} props
 */
export function SplitChoice({ label, value, disabled, describedby, onChange }) {
  return html`
    <div class="field">
      <span class="field-label" id="split-choice">${label}</span>
      <${RadioGroup} labelledby="split-choice" options=${choices()} value=${value} disabled=${disabled} describedby=${describedby} onChange=${onChange} />
      ${value === "test" && html`<p class="quiet small">${text("field-split-test-words")}</p>`}
    </div>`;
}
