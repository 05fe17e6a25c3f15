import { html, useState } from "../../preact.js";
import { indexByKey } from "../../pure/arrow_keys.js";
import { text } from "../../texts/texts.js";
import { showMeasure } from "./profile_words.js";

/** @import { Histogram, Measure } from "../../pure/picture_columns.js" */

const WIDTH = 360;
const HEIGHT = 150;
const HEAD = 8;
const FOOT = 22;
/** Edges that are named: the first, the middle and the last one. */
const NAMED = 2;

/**
 * A histogram whose bars lead to their pictures: normal grey, anomalous hatched on top. The arrow keys
 * go from bar to bar.
 * @param {{
 *   title: string,
 *   measure: Measure,
 *   histogram: Histogram,
 *   threshold?: number | null,
 *   onBin: Setter<number>,
 * }} props
 */
export function ProfileHistogram({ title, measure, histogram, threshold, onBin }) {
  const { edges, normal, anomaly } = histogram;
  const [at, setAt] = useState(0);
  const bins = normal.flatMap((count, bin) => (count + anomaly[bin] ? [bin] : []));
  const [low, high] = [edges[0], edges[edges.length - 1]];
  /** @param {number} value */
  const x = (value) => (WIDTH * (value - low)) / (high - low);
  const unit =
    (HEIGHT - HEAD - FOOT) / Math.max(...normal.map((count, bin) => count + anomaly[bin]), 1);
  const base = HEIGHT - FOOT;
  /** @param {EventOf<SVGElement, KeyboardEvent>} event */
  const steer = (event) => {
    const place = Math.min(at, bins.length - 1);
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      onBin(bins[place]);
    }
    const next = indexByKey(event.key, place, bins.length);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    /** @type {ArrayLike<SVGElement>} */
    const bars = event.target.closest("svg")?.querySelectorAll("[role=button]") ?? [];
    bars[next]?.focus();
  };
  /** @param {number} edge */
  const tick = (edge) => {
    const anchor = edge === 0 ? "start" : edge === edges.length - 1 ? "end" : "middle";
    return html`<text class="tick" key=${edge} x=${x(edges[edge])} y=${HEIGHT - 5} text-anchor=${anchor}>${showMeasure(measure, edges[edge])}</text>`;
  };
  const middle = Math.round((edges.length - 1) / NAMED);
  return html`
    <figure class="profile-histogram" data-testid=${`histogram-${measure}`}>
      <figcaption>${title}</figcaption>
      <svg viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label=${title} onKeyDown=${steer}>
        ${bins.map((bin, place) => {
          const left = x(edges[bin]);
          const width = x(edges[bin + 1]) - left;
          const count = normal[bin] + anomaly[bin];
          const words = text("dataset-bar", {
            count,
            anomaly: anomaly[bin],
            low: showMeasure(measure, edges[bin]),
            high: showMeasure(measure, edges[bin + 1]),
          });
          return html`
          <g key=${bin} class="bin" role="button" tabindex=${place === Math.min(at, bins.length - 1) ? 0 : -1} aria-label=${words}
            onClick=${() => onBin(bin)} onFocus=${() => setAt(place)}>
            <title>${words}</title>
            <rect class="hit" x=${left} width=${width} height=${base} />
            <rect class="bar-normal" x=${left + 0.5} width=${Math.max(width - 1, 1)} y=${base - normal[bin] * unit} height=${normal[bin] * unit} />
            ${anomaly[bin] > 0 && html`<rect class="bar-anomaly" x=${left + 0.5} width=${Math.max(width - 1, 1)} y=${base - count * unit} height=${anomaly[bin] * unit} />`}
          </g>`;
        })}
        <path class="axis" d=${`M0 ${base}H${WIDTH}`} />
        ${
          threshold !== null &&
          threshold !== undefined &&
          threshold >= low &&
          threshold <= high &&
          html`
          <path class="threshold" data-testid="threshold" d=${`M${x(threshold)} 0V${base}`}><title>${text("dataset-threshold", { threshold: showMeasure(measure, threshold) })}</title></path>`
        }
        ${[0, middle, edges.length - 1].filter((edge, place, named) => named.indexOf(edge) === place).map(tick)}
      </svg>
    </figure>`;
}
