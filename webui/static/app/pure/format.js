// Numbers, times and words as people read them.

// This locale writes dates as ISO 8601 does, which nobody reads wrongly.
const ISO = "sv-SE";
const time = new Intl.DateTimeFormat(ISO, {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hour12: false,
});
const dateTime = new Intl.DateTimeFormat(ISO, {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hour12: false,
});
const count = new Intl.NumberFormat();

const UNKNOWN = "–";
/** @typedef {number | null | undefined} MaybeNumber */

/** @type {(value: MaybeNumber) => value is number} */
const known = (value) => value !== null && value !== undefined && !Number.isNaN(value);

/** @type {(moment: string | Date | null | undefined) => string} */
export const showTime = (moment) => (moment ? time.format(new Date(moment)) : UNKNOWN);
/** @type {(iso: string | null | undefined) => string} */
export const showDateTime = (iso) => (iso ? dateTime.format(new Date(iso)) : UNKNOWN);

const AGES = /** @type {const} */ ([
  ["day", 86_400_000],
  ["h", 3_600_000],
  ["min", 60_000],
]);

/**
 * How long ago something was, in its largest unit: "7 min ago", "1 day ago".
 * @param {number} age_ms
 */
export function showAge(age_ms) {
  const [unit, unit_ms] = AGES.find(([, length_ms]) => age_ms >= length_ms) ?? [null, 1];
  if (!unit) return "less than 1 min ago";
  const units = Math.floor(age_ms / unit_ms);
  return `${units} ${unit}${unit === "day" && units > 1 ? "s" : ""} ago`;
}

/**
 * The time of a moment of today, with its date if it was on another day.
 * @param {string} iso
 */
export const showMoment = (iso) =>
  new Date(iso).toDateString() === new Date().toDateString() ? showTime(iso) : showDateTime(iso);

/** @type {(value: MaybeNumber) => string} */
export const showCount = (value) => (known(value) ? count.format(value) : UNKNOWN);
/**
 * 0.5 as "50.0 %"; all of it as "100 %".
 * @param {MaybeNumber} share
 * @param {number} digits
 */
export const showPercent = (share, digits = 1) =>
  known(share) ? `${(share * 100).toFixed(share === 1 ? 0 : digits)} %` : UNKNOWN;
/** @type {(value: MaybeNumber) => string} */
export const showMs = (value) =>
  known(value) ? `${value.toFixed(value < 100 ? 1 : 0)} ms` : UNKNOWN;

/**
 * Scores of different methods differ by orders of magnitude: a fixed number of significant digits.
 * @param {MaybeNumber} value
 */
export function showScore(value) {
  if (!known(value)) return UNKNOWN;
  const size = Math.abs(value);
  if (size !== 0 && (size < 0.001 || size >= 100000)) return value.toExponential(2);
  return value.toFixed(Math.min(4, Math.max(0, 3 - Math.floor(Math.log10(size || 1)))));
}

/**
 * A metric in 0..1 with three decimals.
 * @param {MaybeNumber} value
 */
export const showRatio = (value) => (known(value) ? value.toFixed(3) : UNKNOWN);

/** @type {Record<string, string>} */
const METHOD_NAMES = {
  padim: "PaDiM",
  patchcore: "PatchCore",
  dfm: "DFM",
  fre: "FRE",
  stfpm: "STFPM",
  supersimplenet: "SuperSimpleNet",
};
const ANOMALIB = "anomalib:";

/**
 * A method's name as the literature spells it; anomalib's own PatchCore is another than ours.
 * @param {string} type
 */
export function methodName(type) {
  const word = type.replace(ANOMALIB, "");
  const name = METHOD_NAMES[word] ?? word;
  return type.startsWith(ANOMALIB) ? `${name} (anomalib)` : name;
}

/**
 * The value with so many decimals.
 * @param {number} value
 * @param {number} digits
 */
export function roundTo(value, digits) {
  return Number(value.toFixed(digits));
}
