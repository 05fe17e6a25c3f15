import { html } from "../../preact.js";
import { showScore } from "../../pure/format.js";
import { scoreAxis } from "../../pure/threshold.js";
import { text } from "../../texts/texts.js";

const WIDTH = 640;
const HEIGHT = 220;
const FOOT = 26;
const HEAD = 34;
// A tick nearer to the threshold than this would be written over it.
const EDGE_TEXT = 64;

/**
 * @param {{
 *   name: Label,
 *   counts: number[],
 *   below?: number[],
 *   edges: number[],
 *   x: (score: number) => number,
 *   unit: number,
 * }} props
 */
function Bars({ name, counts, below, edges, x, unit }) {
  return counts.map((count, bin) => {
    if (!count) return null;
    const left = x(edges[bin]);
    const height = count * unit;
    const base = HEIGHT - FOOT - (below?.[bin] ?? 0) * unit;
    return html`<rect key=${bin} class=${`bar-${name}`} x=${left + 0.75} width=${Math.max(x(edges[bin + 1]) - left - 1.5, 1.5)}
      y=${base - height} height=${height}><title>${text("metrics-histogram-bar", {
        count,
        label: name,
        low: showScore(edges[bin]),
        high: showScore(edges[bin + 1]),
      })}</title></rect>`;
  });
}

/**
 * Scores of normal and anomalous pictures, stacked; the threshold between OK and NG, in its review
 * band.
 * @param {{histogram: AnomalyManifest["histogram"], threshold: number, distance: number}} props
 */
export function ScoreHistogram({ histogram, threshold, distance }) {
  const { edges, normal, anomaly } = histogram;
  const x = scoreAxis(edges, threshold, distance, WIDTH);
  const highest = Math.max(...normal.map((count, bin) => count + anomaly[bin]), 1);
  const unit = (HEIGHT - FOOT - HEAD) / highest;
  const line = x(threshold);
  const [lowest, top] = [edges[0], edges[edges.length - 1]];
  return html`
    <figure class="score-histogram">
      <svg viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} role="img" data-testid="score-histogram"
        aria-label=${text("metrics-histogram", { threshold: showScore(threshold) })}>
        <defs>
          <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect class="hatch-ground" width="5" height="5" /><rect class="hatch-line" width="2" height="5" />
          </pattern>
        </defs>
        ${
          distance > 0 &&
          html`<rect class="review-band" data-testid="review-band" x=${x(threshold - distance)} y=${HEAD - 10}
          width=${x(threshold + distance) - x(threshold - distance)} height=${HEIGHT - FOOT - HEAD + 10}>
          <title>${text("metrics-histogram-review", {
            low: showScore(threshold - distance),
            high: showScore(threshold + distance),
          })}</title></rect>`
        }
        <${Bars} name="normal" counts=${normal} edges=${edges} x=${x} unit=${unit} />
        <${Bars} name="anomaly" counts=${anomaly} below=${normal} edges=${edges} x=${x} unit=${unit} />
        <path class="axis" d=${`M0 ${HEIGHT - FOOT}H${WIDTH}`} />
        <path class="threshold" d=${`M${line} ${HEAD - 10}V${HEIGHT - FOOT + 6}`} />
        <text class="side" x=${line - 10} y="18" text-anchor="end">OK</text>
        <text class="side" x=${line + 10} y="18">NG</text>
        ${Math.abs(x(lowest) - line) > EDGE_TEXT && html`<text class="tick" x=${x(lowest)} y=${HEIGHT - 4} text-anchor="middle">${showScore(lowest)}</text>`}
        <text class="tick strong" x=${line} y=${HEIGHT - 4} text-anchor="middle">${showScore(threshold)}</text>
        ${
          Math.abs(x(top) - line) > EDGE_TEXT &&
          html`
          <text class="tick" x=${x(top)} y=${HEIGHT - 4} text-anchor="middle">${showScore(top)}</text>`
        }
      </svg>
      <figcaption class="legend small">
        <span><i class="swatch normal" />${text("label-normal")}</span>
        <span><i class="swatch anomaly" />${text("metrics-legend-anomaly")}</span>
        ${distance > 0 && html`<span><i class="swatch review" />${text("metrics-legend-review")}</span>`}
        <span class="quiet">${text("metrics-legend-scores")}</span>
      </figcaption>
    </figure>`;
}
