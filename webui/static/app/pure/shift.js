// The counters of a shift in words.
import { showCount } from "./format.js";

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
