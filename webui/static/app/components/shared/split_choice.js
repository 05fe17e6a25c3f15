import { html } from "../../preact.js";

/** @type {[Split | null, string][]} */
const CHOICES = [
  ["train", "Training"],
  ["test", "Test"],
  [null, "Split later"],
];

/**
 * What pictures that are added are for; null leaves it to a later split of the dataset.
 * @param {{label: string, value: Split | null, disabled?: boolean, onChange: Setter<Split | null>}} props
 */
export function SplitChoice({ label, value, disabled, onChange }) {
  return html`
    <div class="field">
      <span class="field-label" id="split-choice">${label}</span>
      <div class="segments" role="radiogroup" aria-labelledby="split-choice">
        ${CHOICES.map(
          ([split, text]) => html`
          <button key=${text} role="radio" aria-checked=${value === split} disabled=${disabled}
            onClick=${() => onChange(split)}>${text}</button>`,
        )}
      </div>
      ${value === "test" && html`<p class="quiet small">No model is trained on them.</p>`}
    </div>`;
}
