// Challenges: which known part was judged how, and which one is next.

import { text } from "../texts/texts.js";

/** @typedef {ChallengeReport["parts"][number] & {check: ChallengeCheck | null}} CheckedPart */

/**
 * The parts of a challenge with the last check of each.
 * @param {Pick<ChallengeReport, "parts" | "checks">} report
 * @returns {CheckedPart[]}
 */
export const checkedParts = ({ parts, checks }) =>
  parts.map((part) => ({
    ...part,
    check: checks.findLast((check) => check.part.name === part.name) ?? null,
  }));

/**
 * The part to put under the camera: the chosen one until it is judged right, else the first that
 * isn't.
 * @param {CheckedPart[]} parts
 * @param {string | null} chosen
 */
export const nextPart = (parts, chosen) => {
  const open = parts.filter(({ check }) => !check?.passed);
  return open.find(({ name }) => name === chosen) ?? open[0] ?? null;
};

/**
 * What a part has to get, in words.
 * @param {ChallengeReport["parts"][number]} part
 */
export const expectation = ({ expected, failed_rule }) =>
  failed_rule
    ? text("challenge-expected-rule", { outcome: expected, rule: failed_rule })
    : expected;
