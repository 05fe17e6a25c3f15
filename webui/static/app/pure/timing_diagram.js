// The layout of a timing diagram: each signal's levels over time as a line in a row of its own.
import { knownFrom_us } from "./edge_recording.js";
import { showFixed } from "./format.js";

export const ROW_PX = 26;
export const HEAD_PX = 22;
const HIGH_PX = 5;
const LOW_PX = 20;
const SLANT_PX = 3;
const LETTER_PX = 7.2;
const MOST_TICKS = 5;
const TICK_PX = 76;
const SECOND_US = 1e6;

/**
 * @typedef {{begin_us: number, end_us: number, level: SignalLevel}} Segment
 * @typedef {{x: number, y: number, words: string}} TextAt
 * @typedef {{name: string, side: RecordedSignal["side"], path: string, texts: TextAt[]}} Row
 */

/**
 * The stretches of one level between two moments, for each signal.
 * @param {EdgeRecording} recording
 * @param {number} begin_us
 * @param {number} end_us
 * @returns {Map<string, Segment[]>}
 */
export function segmentsOf(recording, begin_us, end_us) {
  const from_us = Math.max(begin_us, knownFrom_us(recording));
  const open = new Map(
    recording.signals.map(({ name, level }) => [name, { begin_us: from_us, level }]),
  );
  /** @type {Map<string, Segment[]>} */
  const segments = new Map(recording.signals.map(({ name }) => [name, []]));
  for (const { signal, at_us, level } of recording.edges) {
    const before = open.get(signal);
    if (!before || at_us > end_us) continue;
    if (at_us > before.begin_us) segments.get(signal)?.push({ ...before, end_us: at_us });
    open.set(signal, { begin_us: Math.max(at_us, from_us), level });
  }
  for (const [signal, last] of open)
    if (last.begin_us < end_us) segments.get(signal)?.push({ ...last, end_us });
  return segments;
}

/**
 * @param {Segment[]} segments
 * @param {(at_us: number) => string} x
 * @param {number} top
 */
function stepPath(segments, x, top) {
  return segments
    .map(({ begin_us, end_us, level }, index) => {
      const y = top + (level ? HIGH_PX : LOW_PX);
      return `${index ? "" : `M${x(begin_us)} ${y}`}V${y}H${x(end_us)}`;
    })
    .join("");
}

/**
 * A value as a band with slanted ends; none, 0 or an empty text, as a line at the foot.
 * @param {Segment[]} segments
 * @param {(at_us: number) => string} x
 * @param {number} top
 */
function bandPath(segments, x, top) {
  const [high, low] = [top + HIGH_PX, top + LOW_PX];
  return segments
    .map(({ begin_us, end_us, level }) => {
      const [left, right] = [Number(x(begin_us)), Number(x(end_us))];
      if (!level) return `M${left} ${low}H${right}`;
      const slant = Math.min(SLANT_PX, (right - left) / 2);
      const middle = (high + low) / 2;
      return `M${left} ${middle}L${left + slant} ${high}H${right - slant}L${right} ${middle}L${right - slant} ${low}H${left + slant}Z`;
    })
    .join("");
}

/**
 * The values that have room in their bands.
 * @param {Segment[]} segments
 * @param {(at_us: number) => string} x
 * @param {number} top
 * @returns {TextAt[]}
 */
function textsOf(segments, x, top) {
  return segments.flatMap(({ begin_us, end_us, level }) => {
    const [left, right] = [Number(x(begin_us)), Number(x(end_us))];
    const words = String(level);
    const fits = words.length * LETTER_PX + 2 * SLANT_PX <= right - left;
    return level && fits ? [{ x: (left + right) / 2, y: top + LOW_PX - 4, words }] : [];
  });
}

/**
 * With a decimal where it isn't 0.
 * @param {number} value
 */
const showTenths = (value) => showFixed(value, Math.round(value * 10) % 10 ? 1 : 0);

/**
 * Moments of the time axis, in seconds before its end.
 * @param {number} span_us
 * @param {number} width
 */
function ticksOf(span_us, width) {
  const count = Math.max(1, Math.min(MOST_TICKS, Math.floor(width / TICK_PX)));
  return Array.from({ length: count }, (_, index) => {
    const seconds = ((count - index) * span_us) / count / SECOND_US;
    const shown = seconds < 1 ? `${Math.round(seconds * 1000)} ms` : `${showTenths(seconds)} s`;
    return { x: (index * width) / count, words: `−${shown}` };
  });
}

/**
 * The diagram of the `span_us` microseconds before `end_us`, `width` pixels wide.
 * @param {EdgeRecording} recording
 * @param {{end_us: number, span_us: number, width: number}} view
 */
export function timingDiagram(recording, { end_us, span_us, width }) {
  const begin_us = end_us - span_us;
  /** @param {number} at_us */
  const x = (at_us) => (((at_us - begin_us) * width) / span_us).toFixed(1);
  const segments = segmentsOf(recording, begin_us, end_us);
  /** @type {Row[]} */
  const rows = recording.signals.map(({ name, side, kind }, index) => {
    const top = HEAD_PX + index * ROW_PX;
    const own = segments.get(name) ?? [];
    return kind === "bit"
      ? { name, side, path: stepPath(own, x, top), texts: [] }
      : { name, side, path: bandPath(own, x, top), texts: textsOf(own, x, top) };
  });
  return { rows, ticks: ticksOf(span_us, width), height: HEAD_PX + rows.length * ROW_PX };
}
