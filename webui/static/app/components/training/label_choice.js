import { html } from "../../preact.js";
import { showCount } from "../../pure/format.js";
import { LABEL_SHAPES } from "../shared/icons.js";

/** @type {[Label, string, string][]} */
const CHOICES = [
  ["normal", "Normal", "good parts"],
  ["anomaly", "Anomaly", "with a defect"],
];

/**
 * Two big buttons with the count of each class; `value` is the one being collected, null for none.
 * @param {{
 *   value: Label | null,
 *   counts: Record<Label, number>,
 *   disabled: boolean,
 *   onChange: Setter<Label>,
 * }} props
 */
export function LabelChoice({ value, counts, disabled, onChange }) {
  return html`
    <div class="label-choice" role="radiogroup" aria-label="What the next pictures show">
      ${CHOICES.map(
        ([label, title, text]) => html`
        <button key=${label} class=${`label-card ${label}`} role="radio" aria-checked=${value === label}
          disabled=${disabled} onClick=${() => onChange(label)}>
          ${html`<${LABEL_SHAPES[label]} size=${30} />`}
          <span class="label-title">${title}</span>
          <span class="label-count" data-testid=${`count-${label}`}>${showCount(counts[label])}</span>
          <span class="label-text small">${text}</span>
        </button>`,
      )}
    </div>`;
}

/**
 * How many pictures a training still needs.
 * @param {{normal: number, needed: number}} props
 */
export function Readiness({ normal, needed }) {
  const missing = needed - normal;
  return html`
    <div class="readiness">
      <progress max=${needed} value=${Math.min(normal, needed)} aria-label="Normal pictures collected" />
      <p class="small quiet" data-testid="readiness">${
        missing > 0
          ? `${missing} more normal picture${missing === 1 ? "" : "s"} needed for training (${needed} in total)`
          : "Enough to train. Anomalous pictures are optional, but they are needed to measure detection."
      }</p>
    </div>`;
}
