import { html } from "../../preact.js";
import { OUTCOME_SHAPES } from "./icons.js";

/**
 * The verdict as a plate that is read from across the hall: word, shape and colour.
 * @param {{inspection: Inspection | undefined}} props
 */
export function VerdictPlate({ inspection }) {
  if (!inspection) {
    return html`<div class="plate waiting" data-testid="verdict" data-outcome="">No part yet</div>`;
  }
  const { outcome, reason, late, review } = inspection;
  return html`
    <div class=${`plate ${outcome}`} data-testid="verdict" data-outcome=${outcome} aria-live="polite">
      <${OUTCOME_SHAPES[outcome]} size=${96} />
      <div><span class="plate-word">${outcome}</span>
        ${review && html`<p class="plate-reason" data-testid="to-review">Near the threshold: marked for review.</p>`}
        ${(reason || late) && html`<p class="plate-reason">${reason ?? "The verdict came after the time limit."}</p>`}</div>
    </div>`;
}

/**
 * The verdict in a table or a strip.
 * @param {{outcome: Outcome}} props
 */
export function VerdictTag({ outcome }) {
  return html`<span class=${`verdict-tag ${outcome}`}><${OUTCOME_SHAPES[outcome]} size=${18} />${outcome}</span>`;
}
