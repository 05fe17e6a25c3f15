// What the Quality page shows of counts: the way to the parts behind them, their Pareto, CSV files.
import { text } from "../texts/texts.js";
import { query } from "./query.js";
import { DEFECT_KEYS } from "./results_filter.js";

/** @import { Filter, Span } from "./results_filter.js" */

/** Rejects of one kind, by what the Results page filters them by. @typedef {Filter} DefectFilter */

/** @typedef {1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9} Cell */

/**
 * Where a cell of the grid is on the part, in words.
 * @param {number | string} region from 1, top left, to 9, row by row
 */
export function regionName(region) {
  const cell = /** @type {Cell} */ (Number(region));
  return text(`quality-region-${cell}`);
}

/** @param {Filter} filter */
export const defectFilter = (filter) =>
  Object.fromEntries(DEFECT_KEYS.map((key) => [key, filter[key] ?? ""]));

/**
 * What to ask the station for: the period, the recipe, and which rejects are counted.
 * @param {Filter} filter
 * @param {Span} span
 */
export const qualityQuery = ({ recipe, failed_rule, by_score, region }, { from, to }) =>
  query({ from, to, recipe, failed_rule, by_score, region });

/**
 * The address of the Results page with the parts that are all of the period, recipe and `parts`.
 * @param {Filter} filter
 * @param {Span} span
 * @param {Filter} parts
 */
export const partsAddress = ({ recipe, period }, { from, to }, parts) =>
  `/results${query({ ...(to || !period ? { from, to } : { period }), recipe, ...parts })}`;

/**
 * Counts with their share of all and the share of them and all before, for a Pareto chart. A part
 * may be in several counts: shares are of the sum.
 * @template {{parts: number}} Count
 * @param {Count[]} counts the most frequent first
 */
export function pareto(counts) {
  const sum = counts.reduce((all, { parts }) => all + parts, 0);
  let before = 0;
  return counts.map((count) => {
    before += count.parts;
    return { ...count, share: count.parts / sum, cumulated: before / sum };
  });
}

/**
 * The change from one count or share to another, as a share of the first; null without ground.
 * @param {number | null} before
 * @param {number | null} now
 */
export const change = (before, now) =>
  before === null || now === null || before === 0 ? null : now / before - 1;

/**
 * Points of the p-chart as uPlot has them: seconds, then share, upper limit, lower limit, those above
 * or below the limits again, and the centre.
 * @param {NonNullable<QualityPChart["chart"]>["subgroups"]} subgroups
 * @param {number | null} centre
 * @returns {import("uplot").AlignedData}
 */
export const chartData = (subgroups, centre) => [
  subgroups.map(({ start }) => Date.parse(start) / 1000),
  subgroups.map(({ share }) => share),
  subgroups.map(({ upper }) => upper),
  subgroups.map(({ lower }) => lower),
  subgroups.map(({ share, out }) => (out ? share : null)),
  subgroups.map(({ upper }) => (upper === null ? null : centre)),
];

/**
 * What the p-chart and the CUSUM say together: "unknown" where there are no limits.
 * @param {QualityPChart} answer
 * @returns {"unknown" | "within" | "above" | "below"}
 */
export function chartState({ chart, expected }) {
  if (!chart || !expected) return "unknown";
  const out = chart.subgroups.map((subgroup) => subgroup.out);
  if (out.includes("above") || chart.cusum?.alarms.length) return "above";
  return out.includes("below") ? "below" : "within";
}

/** What a spreadsheet would take for a formula (OWASP, "CSV Injection"). */
const FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r]/;

/** @param {unknown} value */
function field(value) {
  if (value === null || value === undefined) return "";
  const words = typeof value === "string" && FORMULA.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}

/**
 * Rows as a CSV file with a header line (RFC 4180). Its columns are named and its numbers written
 * alike in all languages, as programs read them.
 * @param {Record<string, unknown>[]} rows all with the same keys
 * @param {string[]} columns
 */
export const csvOf = (rows, columns) =>
  [columns, ...rows.map((row) => columns.map((column) => row[column]))]
    .map((fields) => `${fields.map(field).join(",")}\r\n`)
    .join("");
