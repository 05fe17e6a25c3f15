// What a re-inspection of the archive says, as numbers that the pages write.

/** @typedef {{ok_ok: number, ok_ng: number, ng_ok: number, ng_ng: number}} Counts */

const MINUTE_S = 60;
const HOURS_FROM_S = 2 * 3600;

/** Periods that are offered, in days. */
export const PERIODS = [1, 7, 30, 90, 365];

/**
 * A duration in the unit that a person would say it in, rounded up: nobody waits 0 minutes.
 * @param {number} seconds
 * @returns {{unit: "minutes" | "hours", count: number}}
 */
export function durationOf(seconds) {
  return seconds < HOURS_FROM_S
    ? { unit: "minutes", count: Math.max(1, Math.ceil(seconds / MINUTE_S)) }
    : { unit: "hours", count: Math.ceil(seconds / 3600) };
}

/**
 * Rejects of 1,000 parts by the line and by the version; null without a part.
 * @param {Counts} counts
 */
export function rejectsOf({ ok_ok, ok_ng, ng_ok, ng_ng }) {
  const parts = ok_ok + ok_ng + ng_ok + ng_ng;
  return parts === 0
    ? null
    : { parts, before: ((ng_ok + ng_ng) * 1000) / parts, after: ((ok_ng + ng_ng) * 1000) / parts };
}

/**
 * The points of a line over days, in a chart of so many units; `highest` is at its top.
 * @type {(values: number[], highest: number, width: number, height: number) => [number, number][]}
 */
export const linePoints = (values, highest, width, height) =>
  values.map((value, index) => [
    ((index + 0.5) * width) / values.length,
    height - (height * value) / (highest || 1),
  ]);

/**
 * Reasons why parts are not judged again, with their numbers, the most frequent first.
 * @param {Record<"without_picture" | "other_region" | "without_model" | "errors" | "missed" | "challenges", number>} scope
 */
export const leftOut = (scope) =>
  /** @type {const} */ ([
    "without_picture",
    "other_region",
    "without_model",
    "errors",
    "missed",
    "challenges",
  ])
    .map((reason) => ({ reason, count: scope[reason] }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
