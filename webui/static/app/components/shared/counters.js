import { html } from "../../preact.js";
import { showCount, showPercent } from "../../pure/format.js";
import { text } from "../../texts/texts.js";
import { OUTCOME_SHAPES } from "./icons.js";

/** @type {Outcome[]} */
const OUTCOMES = ["OK", "NG", "ERROR", "MISSED"];

/**
 * OK among the parts that got a verdict; null when none did.
 * @param {Record<Verdict, number>} counts
 */
export const yieldOf = ({ OK, NG }) => (OK + NG ? OK / (OK + NG) : null);

/**
 * Parts, yield, and how the parts ended.
 * @param {{counts: Record<Outcome, number>, compact?: boolean}} props
 */
export function Counters({ counts, compact = false }) {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return html`
    <dl class=${`counters ${compact ? "compact" : ""}`}>
      <div><dt>${text("parts")}</dt><dd data-testid="total">${showCount(total)}</dd></div>
      <div><dt>${text("yield")}</dt><dd data-testid="yield">${showPercent(yieldOf(counts))}</dd></div>
      ${OUTCOMES.map(
        (outcome) => html`
        <div key=${outcome} class=${counts[outcome] ? outcome : "none"}>
          <dt><${OUTCOME_SHAPES[outcome]} size=${16} />${outcome}</dt>
          <dd data-testid=${`total-${outcome}`}>${showCount(counts[outcome])}</dd></div>`,
      )}
    </dl>`;
}
