import { html } from "../../preact.js";
import { showCount } from "../../pure/format.js";
import { text } from "../../texts/texts.js";
import { LABEL_SHAPES } from "../shared/icons.js";
import { RadioGroup } from "../shared/radio_group.js";

/** @type {Label[]} */
const LABELS = ["normal", "anomaly"];

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
    <${RadioGroup} look="label-choice" label=${text("training-next-label")} value=${value} disabled=${disabled} describedby=${describedby} onChange=${onChange}
      options=${LABELS.map((label) => [
        label,
        html`<${LABEL_SHAPES[label]} size=${30} />
          <span class="label-title">${text(label)}</span>
          <span class="label-count" data-testid=${`count-${label}`}>${showCount(counts[label])}</span>
          <span class="label-text small">${text(`training-label-${label}`)}</span>`,
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
      <progress max=${needed} value=${Math.min(normal, needed)} aria-label=${text("training-normal-collected")} />
      <p class="small quiet" data-testid="readiness">${
        missing > 0 ? text("training-more-needed", { missing, needed }) : text("training-enough")
      }</p>
    </div>`;
}
