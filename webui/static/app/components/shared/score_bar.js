import { html } from "../../preact.js";
import { showScore } from "../../pure/format.js";
import { shareOfScale } from "../../pure/threshold.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";

/** @type {(testid: string) => (children: Children) => Children} */
const bold = (testid) => (children) => html`<b data-testid=${testid}>${children}</b>`;

/**
 * The score on a scale with the threshold always at the middle, so that it is judged by the eye.
 * @param {{score: number | null, threshold: number | null}} props
 */
export function ScoreBar({ score, threshold }) {
  if (score === null || threshold === null || score === undefined) {
    return html`<div class="score-bar"><p class="readings"><span>${text("verdict-no-score")}</span></p></div>`;
  }
  const share = shareOfScale(score, threshold);
  const words = { score: showScore(score), threshold: showScore(threshold) };
  return html`
    <div class="score-bar">
      <p class="readings"><span>${richText("verdict-score", words, { value: bold("score") })}</span>
        <span>${richText("verdict-threshold", words, { value: bold("threshold") })}</span></p>
      <svg class="bar" viewBox="0 0 200 14" preserveAspectRatio="none" role="img"
        aria-label=${text(score > threshold ? "verdict-above" : "verdict-below", words)}>
        <rect class="track" y="3" width="200" height="8" />
        <rect class=${`value ${score > threshold ? "over" : "under"}`} y="3" width=${200 * share} height="8" />
        <rect class="peak" x="99.4" width="1.2" height="14" />
      </svg>
    </div>`;
}
