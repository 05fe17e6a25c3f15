// A share with its interval, drawn on a scale that all rows of a table have.
import { html } from "../../preact.js";

const WIDTH = 120;
const MIDDLE = 10;

/**
 * @param {{share: number | null, interval: Interval | null, highest: number}} props
 */
export function ShareBar({ share, interval, highest }) {
  if (share === null || !interval || !highest) return null;
  /** @param {number} value */
  const x = (value) => (WIDTH * value) / highest;
  return html`
    <svg class="share-bar" viewBox=${`-4 0 ${WIDTH + 8} 20`} aria-hidden="true">
      <path d=${`M${x(interval.low)} ${MIDDLE}H${x(interval.high)}M${x(interval.low)} 5v10M${x(interval.high)} 5v10`} />
      <circle cx=${x(share)} cy=${MIDDLE} r="4" />
    </svg>`;
}
