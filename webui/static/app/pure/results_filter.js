// The filter of the Results page: parameters of the address, and what they ask the station for.
import { text } from "../texts/texts.js";

/**
 * Parameters of the address: `period`, or `from` and `to`; `recipe`, `scene_changed`; those of a
 * tile; those of a defect; `search`.
 * @typedef {Record<string, string>} Filter
 */
/**
 * A time range; without an end it goes on.
 * @typedef {{from: string, to: string | null}} Span
 */

const HOUR_MS = 3600_000;
const DEFAULT_HOURS = 24;

/** Without one the last 24 hours. */
export const PERIODS = /** @type {const} */ ([
  "",
  "this_shift",
  "last_shift",
  "today",
  "yesterday",
  "7d",
  "30d",
]);
/** @param {PERIODS[number]} period */
export const periodName = (period) => text(`results-period-${period || "24h"}`);
/** The choice of a time range of one's own. */
export const CUSTOM = "custom";

/**
 * Groups of parts that can be chosen by a press, with their number in a summary.
 * @typedef {{
 *   name: string,
 *   label: () => string,
 *   outcome?: Outcome,
 *   filter: Filter,
 *   count: (summary: ResultsSummary) => number,
 * }} Tile
 */

/** @type {Tile[]} */
export const TILES = [
  { name: "total", label: () => text("results-tile-all"), filter: {}, count: ({ total }) => total },
  {
    name: "total-OK",
    label: () => "OK",
    outcome: "OK",
    filter: { outcome: "OK" },
    count: ({ ok }) => ok,
  },
  {
    name: "total-NG",
    label: () => "NG",
    outcome: "NG",
    filter: { outcome: "NG" },
    count: ({ ng }) => ng,
  },
  {
    name: "total-ERROR",
    label: () => "ERROR",
    outcome: "ERROR",
    filter: { outcome: "ERROR" },
    count: ({ error }) => error,
  },
  {
    name: "total-MISSED",
    label: () => "MISSED",
    outcome: "MISSED",
    filter: { outcome: "MISSED" },
    count: ({ missed }) => missed,
  },
  {
    name: "count-false-accepts",
    label: () => text("results-tile-false-accepts"),
    filter: { outcome: "OK", human_verdict: "NG" },
    count: ({ false_accepts }) => false_accepts,
  },
  {
    name: "count-false-rejects",
    label: () => text("results-tile-false-rejects"),
    filter: { outcome: "NG", human_verdict: "OK" },
    count: ({ false_rejects }) => false_rejects,
  },
  {
    name: "count-to-review",
    label: () => text("results-tile-to-review"),
    filter: { to_review: "true" },
    count: ({ to_review }) => to_review,
  },
  {
    name: "count-reviewed",
    label: () => text("results-tile-reviewed"),
    filter: { reviewed: "true" },
    count: (summary) => reviewedParts(summary),
  },
];
/** What a part's defect is filtered by. */
export const DEFECT_KEYS = ["failed_rule", "by_score", "human_defect_type", "region"];
const TILE_KEYS = ["outcome", "human_verdict", "to_review", "reviewed"];

/** @param {ResultsSummary} summary */
export const reviewedParts = ({ true_accepts, false_accepts, true_rejects, false_rejects }) =>
  true_accepts + false_accepts + true_rejects + false_rejects;

/**
 * How many of the parts with a verdict persons reviewed, 0 to 1; null without such parts.
 * @param {ResultsSummary} summary
 */
export const reviewedShare = (summary) =>
  summary.ok + summary.ng ? reviewedParts(summary) / (summary.ok + summary.ng) : null;

/**
 * The tile whose parts the filter shows.
 * @param {Filter} filter
 */
export const chosenTile = (filter) =>
  TILES.find(({ filter: tile }) =>
    TILE_KEYS.every((key) => (filter[key] ?? "") === (tile[key] ?? "")),
  );

/**
 * What changes in the filter when a tile is chosen.
 * @param {Tile} tile
 * @returns {Filter}
 */
export const tileChange = ({ filter }) =>
  Object.fromEntries(TILE_KEYS.map((key) => [key, filter[key] ?? ""]));

/** @type {(now: Date, days: number) => string} */
const midnight = (now, days) =>
  new Date(now.getFullYear(), now.getMonth(), now.getDate() - days).toISOString();

/**
 * The time that the filter shows; null while the last shift isn't known.
 * @param {Filter} filter
 * @param {Date} now
 * @param {Pick<EarlierShift, "shift_start" | "shift_end"> | null} lastShift
 * @returns {Span | null}
 */
export function spanOf({ period, from, to }, now, lastShift) {
  if (from) return { from, to: to || null };
  switch (period) {
    case "this_shift":
      return lastShift && { from: lastShift.shift_end, to: null };
    case "last_shift":
      return lastShift && { from: lastShift.shift_start, to: lastShift.shift_end };
    case "today":
      return { from: midnight(now, 0), to: null };
    case "yesterday":
      return { from: midnight(now, 1), to: midnight(now, 0) };
    case "7d":
      return { from: midnight(now, 6), to: null };
    case "30d":
      return { from: midnight(now, 29), to: null };
    default: {
      const hour = Math.floor(now.getTime() / HOUR_MS) - (DEFAULT_HOURS - 1);
      return { from: new Date(hour * HOUR_MS).toISOString(), to: null };
    }
  }
}

/**
 * What to ask for the parts of the filter. A part that is searched for is found whatever else is
 * chosen: who has it in the hand doesn't know when it was made.
 * @type {(filter: Filter, span: Span) => Filter}
 */
export function partsQuery({ search, recipe, scene_changed, ...filter }, { from, to }) {
  if (search) return { search };
  const keys = [...TILE_KEYS, ...DEFECT_KEYS];
  const tile = Object.fromEntries(keys.map((key) => [key, filter[key] ?? ""]));
  return { ...tile, recipe: recipe ?? "", scene_changed: scene_changed ?? "", from, to: to ?? "" };
}

/**
 * A time as `<input type="datetime-local">` has it: local, to the minute.
 * @param {string} iso
 */
export function localMinute(iso) {
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/**
 * Parts that wait for a person: those near the threshold, or all that the station judged so.
 * @typedef {{
 *   outcome: "" | Verdict,
 *   label: () => string,
 *   left: (summary: ResultsSummary) => number,
 * }} Queue
 */

/** @type {Queue[]} */
export const QUEUES = [
  { outcome: "", label: () => text("review-near"), left: ({ to_review }) => to_review },
  {
    outcome: "NG",
    label: () => text("review-all-ng"),
    left: ({ ng, true_rejects, false_rejects }) => ng - true_rejects - false_rejects,
  },
  {
    outcome: "OK",
    label: () => text("review-all-ok"),
    left: ({ ok, true_accepts, false_accepts }) => ok - true_accepts - false_accepts,
  },
];

/**
 * The queue that the filter chooses.
 * @param {Filter} filter
 */
export const queueOf = ({ outcome }) =>
  QUEUES.find((queue) => queue.outcome === (outcome ?? "")) ?? QUEUES[0];

/**
 * What to ask for the parts of a queue that nobody has reviewed.
 * @type {(queue: Queue, filter: Filter, span: Span) => Filter}
 */
export const queueQuery = ({ outcome }, { recipe }, { from, to }) => ({
  ...(outcome ? { outcome, reviewed: "false" } : { to_review: "true" }),
  recipe: recipe ?? "",
  from,
  to: to ?? "",
});
