import { html } from "../../preact.js";
import { showCount } from "../../pure/format.js";

const WIDTH = 960;
const HEIGHT = 180;
const FOOT = 24;
/** @typedef {ResultsSummary["by_hour"][number]} Hour */

/** @type {("ng" | "error" | "missed" | "ok")[]} */
const OUTCOMES = ["ng", "error", "missed", "ok"];
const HOUR_MS = 3600_000;
/** @type {Intl.DateTimeFormatOptions} */
const HOUR_WORDS = { hour: "2-digit", minute: "2-digit", hour12: false };
/**
 * The station counts by UTC hours, which begin at half past in zones such as India's.
 * @param {Date} at
 */
const hourText = (at) => at.toLocaleTimeString("sv-SE", HOUR_WORDS);

/** @type {Omit<Hour, "hour">} */
const NO_PARTS = { ok: 0, ng: 0, error: 0, missed: 0 };

/**
 * All hours of the span, those without parts too.
 * @param {Hour[]} byHour
 * @param {number} hours
 */
function fill(byHour, hours) {
  const known = new Map(byHour.map((entry) => [Date.parse(entry.hour), entry]));
  const last = Math.floor(Date.now() / HOUR_MS) * HOUR_MS;
  return Array.from({ length: hours }, (_, index) => {
    const at = last - (hours - 1 - index) * HOUR_MS;
    return { at: new Date(at), ...(known.get(at) ?? NO_PARTS) };
  });
}

/**
 * Parts of each hour; NG stands at the foot, where hours compare best.
 * @param {{byHour: Hour[], hours: number}} props
 */
export function HourChart({ byHour, hours }) {
  const columns = fill(byHour, hours);
  const highest = Math.max(
    ...columns.map((hour) => hour.ok + hour.ng + hour.error + hour.missed),
    1,
  );
  const step = WIDTH / hours;
  const every = Math.ceil(hours / 12);
  return html`
    <figure class="hour-chart">
      <svg viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label="Parts by hour" data-testid="hour-chart">
        <path class="axis" d=${`M0 ${HEIGHT - FOOT}H${WIDTH}`} />
        ${columns.map((hour, index) => {
          let top = HEIGHT - FOOT;
          const words = OUTCOMES.map(
            (name) => `${name.toUpperCase()} ${showCount(hour[name])}`,
          ).join(", ");
          return html`
            <g key=${index}><title>${`From ${hourText(hour.at)}: ${words}`}</title>
              <rect class="hit" x=${index * step} width=${step} height=${HEIGHT} />
              ${OUTCOMES.map((name) => {
                const height = ((HEIGHT - FOOT - 16) * hour[name]) / highest;
                top -= height;
                return (
                  height > 0 &&
                  html`<rect key=${name} class=${`hour-${name}`} x=${index * step + 2} width=${step - 4} y=${top} height=${height} />`
                );
              })}
              ${hour.ng > 0 && step > 30 && html`<text class="tick ng" x=${(index + 0.5) * step} y=${top - 4} text-anchor="middle">${showCount(hour.ng)}</text>`}
              ${index % every === 0 && html`<text class="tick" x=${(index + 0.5) * step} y=${HEIGHT - 6} text-anchor="middle">${hourText(hour.at)}</text>`}
            </g>`;
        })}
      </svg>
      <figcaption class="legend small">
        <span><i class="swatch NG" />NG (number above)</span><span><i class="swatch OK" />OK</span>
        <span><i class="swatch ERROR" />ERROR</span><span><i class="swatch MISSED" />MISSED</span>
      </figcaption>
    </figure>`;
}
