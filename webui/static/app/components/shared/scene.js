// Focus, exposure, light and position against the training pictures, in units of their limits.
import { html } from "../../preact.js";
import { showFixed } from "../../pure/format.js";
import { text } from "../../texts/texts.js";

/** @typedef {Exclude<keyof Scene, "changed">} Aspect */

/** @type {Aspect[]} */
const ASPECTS = ["focus", "exposure", "light", "position"];
const HIGHEST = 2;
const TREND_HEIGHT = 20;

/** So many pictures are shown as a trend. */
export const TREND = 60;

/** @param {number} limits */
const height = (limits) => TREND_HEIGHT * (1 - Math.min(limits, HIGHEST) / HIGHEST);

/**
 * The last pictures from left to right; above the line is outside.
 * @param {{values: (number | undefined)[]}} props
 */
function Trend({ values }) {
  return html`
    <svg class="scene-trend" viewBox=${`0 0 ${TREND} ${TREND_HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <rect class="outside" width=${TREND} height=${height(1)} />
      ${values.map(
        (limits, index) =>
          limits !== undefined &&
          html`
        <rect key=${index} class=${limits > 1 ? "over" : "under"} x=${TREND - values.length + index + 0.15} width="0.7"
          y=${height(limits)} height=${TREND_HEIGHT - height(limits)} />`,
      )}
      <path class="limit" d=${`M0 ${height(1)}H${TREND}`} />
    </svg>`;
}

/** @param {{aspect: Aspect, reading: Scene[Aspect], trend?: (number | undefined)[]}} props */
function Gauge({ aspect, reading, trend }) {
  const name = text(`scene-${aspect}`);
  const outside = reading !== null && reading.limits > 1;
  return html`
    <div class="scene-gauge" data-testid=${`scene-${aspect}`} data-outside=${String(outside)}>
      <h3>${name}${reading && html` <span class=${outside ? "outside" : "inside"}>${text(outside ? "scene-out-of-range" : "scene-in-range")}</span>`}</h3>
      <svg class="bar thin" viewBox="0 0 200 10" preserveAspectRatio="none" role="img"
        aria-label=${reading ? text("scene-of-limit", { name, limits: showFixed(reading.limits, 1) }) : text("scene-unknown", { name })}>
        <rect class="track" width="200" height="10" />
        ${reading && html`<rect class=${`value ${outside ? "over" : "under"}`} width=${(200 * Math.min(reading.limits, HIGHEST)) / HIGHEST} height="10" />`}
        <rect class="peak" x="99.2" width="1.6" height="10" />
      </svg>
      ${trend && html`<${Trend} values=${trend} />`}
      <p class="small">${reading ? reading.says : html`<span class="quiet">${text("scene-not-measured")}</span>`}</p>
    </div>`;
}

/**
 * One picture's `scene`, with the `trend` of those before it, the oldest first.
 * @param {{
 *   scene?: Scene | null,
 *   trend?: (Scene | null)[],
 *   note?: string | false | null,
 *   title?: string,
 * }} props
 */
export function Scene({ scene, trend, note, title = text("scene") }) {
  return html`
    <section class="scene" aria-label=${text("scene")} data-testid="scene">
      <h2>${title}</h2>
      ${
        scene &&
        html`
        <div class="scene-gauges">${ASPECTS.map(
          (key) => html`
          <${Gauge} key=${key} aspect=${key} reading=${scene[key]} trend=${trend?.map((earlier) => earlier?.[key]?.limits)} />`,
        )}</div>`
      }
      ${note && html`<p class="quiet small">${note}</p>`}
    </section>`;
}
