import { html } from "../../preact.js";
import { showCount } from "../../pure/format.js";
import { LABEL_SHAPES } from "../shared/icons.js";
import { RadioGroup } from "../shared/radio_group.js";

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
 *   describedby: string,
 *   onChange: Setter<Label>,
 * }} props
 */
export function LabelChoice({ value, counts, disabled, describedby, onChange }) {
  return html`
    <${RadioGroup} look="label-choice" label="What the next pictures show" value=${value} disabled=${disabled} describedby=${describedby} onChange=${onChange}
      options=${CHOICES.map(([label, title, text]) => [
        label,
        html`<${LABEL_SHAPES[label]} size=${30} />
          <span class="label-title">${title}</span>
          <span class="label-count" data-testid=${`count-${label}`}>${showCount(counts[label])}</span>
          <span class="label-text small">${text}</span>`,
        `label-card ${label}`,
      ])} />`;
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
