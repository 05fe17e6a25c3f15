import { html } from "../../preact.js";
import { showScore } from "../../pure/format.js";
import { shareOfScale } from "../../pure/threshold.js";

/**
 * The score on a scale with the threshold always at the middle, so that it is judged by the eye.
 * @param {{score: number | null, threshold: number | null}} props
 */
export function ScoreBar({ score, threshold }) {
  if (score === null || threshold === null || score === undefined) {
    return html`<div class="score-bar"><p class="readings"><span>No score</span></p></div>`;
  }
  const share = shareOfScale(score, threshold);
  return html`
    <div class="score-bar">
      <p class="readings"><span>Score <b data-testid="score">${showScore(score)}</b></span>
        <span>Threshold <b data-testid="threshold">${showScore(threshold)}</b></span></p>
      <svg class="bar" viewBox="0 0 200 14" preserveAspectRatio="none" role="img"
        aria-label=${`Score ${showScore(score)}, ${score > threshold ? "above" : "below"} the threshold ${showScore(threshold)}`}>
        <rect class="track" y="3" width="200" height="8" />
        <rect class=${`value ${score > threshold ? "over" : "under"}`} y="3" width=${200 * share} height="8" />
        <rect class="peak" x="99.4" width="1.2" height="14" />
      </svg>
    </div>`;
}
