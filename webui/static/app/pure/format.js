// Numbers, times and words as people read them, in the language of the texts.

import { text, textLocale } from "../texts/texts.js";

/**
 * What `make` gives for the locale of the texts; made once, as it takes long.
 * @template Format
 * @param {(locale: string) => Format} make
 */
function perLocale(make) {
  /** @type {Map<string, Format>} */
  const made = new Map();
  return () => {
    const locale = textLocale();
    const format = made.get(locale) ?? make(locale);
    made.set(locale, format);
    return format;
  };
}

/** @param {Intl.DateTimeFormatOptions} options */
const dateFormat = (options) =>
  perLocale((locale) => new Intl.DateTimeFormat(locale, { ...options, hourCycle: "h23" }));
const time = dateFormat({ hour: "2-digit", minute: "2-digit", second: "2-digit" });
const date = dateFormat({ dateStyle: "medium" });
const dateTime = dateFormat({ dateStyle: "medium", timeStyle: "medium" });
const minute = dateFormat({ hour: "2-digit", minute: "2-digit" });
const day = dateFormat({ month: "short", day: "numeric" });
const dateMinute = dateFormat({
  ...{ year: "numeric", month: "short", day: "numeric" },
  ...{ hour: "2-digit", minute: "2-digit" },
});
const count = perLocale((locale) => new Intl.NumberFormat(locale));
const exact = perLocale(
  (locale) => new Intl.NumberFormat(locale, { maximumSignificantDigits: 15 }),
);
const MOST_DIGITS = 4;
const withDigits = Array.from({ length: MOST_DIGITS + 1 }, (_, digits) =>
  perLocale(
    (locale) =>
      new Intl.NumberFormat(locale, {
        ...{ minimumFractionDigits: digits, maximumFractionDigits: digits },
        useGrouping: false,
      }),
  ),
);

const UNKNOWN = "–";
/** @typedef {number | null | undefined} MaybeNumber */

/** @type {(value: MaybeNumber) => value is number} */
const known = (value) => value !== null && value !== undefined && !Number.isNaN(value);

/** @type {(moment: string | Date | null | undefined) => string} */
export const showTime = (moment) => (moment ? time().format(new Date(moment)) : UNKNOWN);
/** @type {(iso: string | null | undefined) => string} */
export const showDate = (iso) => (iso ? date().format(new Date(iso)) : UNKNOWN);
/** @type {(iso: string | null | undefined) => string} */
export const showDateTime = (iso) => (iso ? dateTime().format(new Date(iso)) : UNKNOWN);
/** @type {(at: Date) => string} */
export const showMinute = (at) => minute().format(at);
/** A day of a year that is known. @type {(at: Date) => string} */
export const showDay = (at) => day().format(at);
/** To the minute. @type {(iso: string) => string} */
export const showDateMinute = (iso) => dateMinute().format(new Date(iso));
/**
 * From one moment to another, to the minute; the date of the end only where it differs.
 * @type {(from: string, to: string) => string}
 */
export const showPeriod = (from, to) => dateMinute().formatRange(new Date(from), new Date(to));

const AGES = /** @type {const} */ ([
  ["days", 86_400_000],
  ["hours", 3_600_000],
  ["minutes", 60_000],
]);

/**
 * How long ago something was, in its largest unit: "7 min ago", "1 day ago".
 * @param {number} age_ms
 */
export function showAge(age_ms) {
  const [unit, unit_ms] = AGES.find(([, length_ms]) => age_ms >= length_ms) ?? [null, 1];
  return unit
    ? text(`ago-${unit}`, { count: Math.floor(age_ms / unit_ms) })
    : text("ago-less-than-a-minute");
}

/**
 * The time of a moment of today, with its date if it was on another day.
 * @param {string} iso
 */
export const showMoment = (iso) =>
  new Date(iso).toDateString() === new Date().toDateString() ? showTime(iso) : showDateTime(iso);

/**
 * To the minute; with its date if that is not the one of `now`.
 * @param {string} iso
 * @param {Date} now
 */
export const showRecentMinute = (iso, now) =>
  new Date(iso).toDateString() === now.toDateString()
    ? showMinute(new Date(iso))
    : showDateMinute(iso);

/** @type {(value: MaybeNumber) => string} */
export const showCount = (value) => (known(value) ? count().format(value) : UNKNOWN);
/** With every digit that a person could have entered. @type {(value: number) => string} */
export const showExactly = (value) => exact().format(value);
/**
 * The value with so many decimals, at most four.
 * @param {MaybeNumber} value
 * @param {number} digits
 */
export const showFixed = (value, digits) =>
  known(value) ? withDigits[digits]().format(value) : UNKNOWN;
/**
 * 0.5 as "50.0 %"; all of it as "100 %".
 * @param {MaybeNumber} share
 * @param {number} digits
 */
export const showPercent = (share, digits = 1) =>
  known(share) ? `${showFixed(share * 100, share === 1 ? 0 : digits)} %` : UNKNOWN;
/** @type {(value: MaybeNumber) => string} */
export const showMs = (value) =>
  known(value) ? `${showFixed(value, value < 100 ? 1 : 0)} ms` : UNKNOWN;

/**
 * Scores of different methods differ by orders of magnitude: a fixed number of significant digits.
 * @param {MaybeNumber} value
 */
export function showScore(value) {
  if (!known(value)) return UNKNOWN;
  const size = Math.abs(value);
  if (size !== 0 && (size < 0.001 || size >= 100000)) {
    const [mantissa, exponent] = value.toExponential(2).split("e");
    return `${showFixed(Number(mantissa), 2)}e${exponent}`;
  }
  return showFixed(value, Math.min(4, Math.max(0, 3 - Math.floor(Math.log10(size || 1)))));
}

/**
 * A metric in 0..1 with three decimals.
 * @param {MaybeNumber} value
 */
export const showRatio = (value) => showFixed(value, 3);

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
