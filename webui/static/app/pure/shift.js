// The counters of a shift in words.
import { showCount, showDateTime } from "./format.js";

/**
 * NG parts by class: "dent 3, scratch 12", the most frequent first.
 * @param {Record<string, number>} byRule
 */
export function ruleWords(byRule) {
  const rules = Object.entries(byRule).sort(
    ([name, parts], [otherName, otherParts]) => otherParts - parts || name.localeCompare(otherName),
  );
  return rules.map(([name, parts]) => `${name} ${showCount(parts)}`).join(", ") || "–";
}

/**
 * A shift's beginning or end, to the minute.
 * @param {string} iso
 */
export const showMinute = (iso) => showDateTime(iso).slice(0, -":00".length);

/**
 * A shift by its times, with the date of its end only where that differs: "2026-03-01 06:00 to 14:00".
 * @param {Pick<EarlierShift, "shift_start" | "shift_end">} shift
 */
export function shiftWords({ shift_start, shift_end }) {
  const [startDate, start] = showMinute(shift_start).split(" ");
  const [endDate, end] = showMinute(shift_end).split(" ");
  return `${startDate} ${start} to ${endDate === startDate ? end : `${endDate} ${end}`}`;
}
