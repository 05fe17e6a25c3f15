import { html } from "../preact.js";
import { showCount } from "../format.js";
import { LABEL_SHAPES } from "./icons.js";

const CHOICES = [
  ["normal", "Normal", "good parts"],
  ["anomaly", "Anomaly", "with a defect"],
];

/** Two big buttons with the count of each class; `value` is the one being collected, null for none. */
export function LabelChoice({ value, counts, needed, disabled, onChange }) {
  return html`
    <div class="label-choice" role="radiogroup" aria-label="What the next pictures show">
      ${CHOICES.map(([label, title, text]) => html`
        <button key=${label} class=${`label-card ${label}`} role="radio" aria-checked=${value === label}
          disabled=${disabled} onClick=${() => onChange(label)}>
          ${html`<${LABEL_SHAPES[label]} size=${30} />`}
          <span class="label-title">${title}</span>
          <span class="label-count" data-testid=${`count-${label}`}>${showCount(counts[label])}</span>
          <span class="label-text small">${text}</span>
        </button>`)}
    </div>
    <${Readiness} normal=${counts.normal} needed=${needed} />`;
}

function Readiness({ normal, needed }) {
  const missing = needed - normal;
  return html`
    <div class="readiness">
      <progress max=${needed} value=${Math.min(normal, needed)} aria-label="Normal pictures collected" />
      <p class="small quiet" data-testid="readiness">${missing > 0
        ? `${missing} more normal picture${missing === 1 ? "" : "s"} needed to train (${needed} in all)`
        : "Enough to train. Anomalous pictures are optional; they make the metrics."}</p>
    </div>`;
}
