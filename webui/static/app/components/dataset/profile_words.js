// The words for what pictures of a dataset are grouped by and for what is measured of them.
import { showDate, showFixed, showScore } from "../../pure/format.js";
import { text } from "../../texts/texts.js";

/** @import { FacetName, Measure } from "../../pure/picture_columns.js" */

/** @param {FacetName} name */
export const facetTitle = (name) => text(`dataset-by-${name}`);

/**
 * The words for a value of a facet; null stands for the pictures that have none.
 * @param {FacetName} name
 * @param {string | null} value
 */
export function facetValue(name, value) {
  if (name === "split")
    return value === "train" || value === "test"
      ? text(`split-choice-${value}`)
      : text("dataset-undecided");
  if (value === null) return text("dataset-without");
  // At noon, so that it is the same day in the browser's time zone.
  return name === "day" ? showDate(`${value}T12:00`) : value;
}

/** @param {Measure} measure */
export const measureTitle = (measure) => text(`dataset-measure-${measure}`);

const DIGITS = { brightness: 1, contrast: 1, focus: 1, pixels: 3, bytes: 0 };

/**
 * A value of a measure, without its unit.
 * @param {Measure} measure
 * @param {number} value
 */
export const showMeasure = (measure, value) =>
  measure === "score" ? showScore(value) : showFixed(value, DIGITS[measure]);
