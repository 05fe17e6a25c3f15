// A recipe's detection as the page edits it: detectors, their classes, and rules in words.

import { text } from "../texts/texts.js";
import { keyOf } from "./model_version.js";

export const NEW_RULE = {
  at_least: 0,
  at_most: 0,
  minimum_score: null,
  minimum_size_px: null,
  maximum_size_px: null,
  zone: null,
};
export const NEW_PART = { margin: 0.1, aspect_ratio: 1 };

/**
 * The classes of the detection's model; null when that isn't on the station.
 * @param {Pick<Detection, "model"> | null} detection
 * @param {(ModelVersion & Pick<ModelSummary, "classes">)[]} detectors
 */
export function classesOf(detection, detectors) {
  if (!detection) return null;
  const detector = detectors.find((other) => keyOf(other) === keyOf(detection.model));
  return detector?.classes ?? null;
}

/**
 * The allowed number of objects in words: "exactly 1", "none allowed".
 * @param {Pick<DetectionRule, "at_least" | "at_most">} rule
 */
export function sayCount({ at_least: least, at_most: most }) {
  if (most === 0) return text("detection-count-none");
  if (most === null)
    return least ? text("detection-count-or-more", { least }) : text("detection-count-any");
  if (least === most) return text("detection-count-exactly", { most });
  return least
    ? text("detection-count-between", { least, most })
    : text("detection-count-at-most", { most });
}
