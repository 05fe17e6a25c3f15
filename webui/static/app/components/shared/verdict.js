import { html } from "../../preact.js";
import { text } from "../../texts/texts.js";
import { OUTCOME_SHAPES } from "./icons.js";

/** @import { Standing } from "../../pure/plate.js" */

/** A part that is looked up. */
const RECORD = { isPresent: false, caption: "" };

/**
 * The verdict as a plate that is read from across the hall: word, shape and colour. Only the present
 * verdict fills it with colour; any other is outlined. `none` is said where there is no part.
 * @param {{inspection: Inspection | undefined, standing?: Standing, none?: string, testid?: string}} props
 */
export function VerdictPlate({
  inspection,
  standing = RECORD,
  none = text("verdict-none"),
  testid = "verdict",
}) {
  if (!inspection) {
    return html`<div class="plate waiting" data-testid=${testid} data-outcome="">${none}</div>`;
  }
  const { outcome, reason, late, review } = inspection;
  const { isPresent, caption } = standing;
  return html`
    <div class=${`plate ${outcome} ${isPresent ? "" : "outlined"}`} data-testid=${testid} data-outcome=${outcome}
      data-present=${String(isPresent)} aria-live=${isPresent ? "polite" : "off"}>
      <${OUTCOME_SHAPES[outcome]} size=${96} />
      <div class="plate-words">
        ${caption && html`<p class="plate-caption" data-testid=${`${testid}-caption`}>${caption}</p>`}
        <span class="plate-word">${outcome}</span>
        ${review && html`<p class="plate-reason" data-testid="to-review">${text("verdict-near")}</p>`}
        ${(reason || late) && html`<p class="plate-reason">${reason ?? text("verdict-late")}</p>`}</div>
    </div>`;
}

/**
 * The verdict in a table or a strip.
 * @param {{outcome: Outcome}} props
 */
export function VerdictTag({ outcome }) {
  return html`<span class=${`verdict-tag ${outcome}`}><${OUTCOME_SHAPES[outcome]} size=${18} />${outcome}</span>`;
}
