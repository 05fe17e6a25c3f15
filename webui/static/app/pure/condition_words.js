// What a condition of the station says, in the language of the pages.
import { text } from "../texts/texts.js";

/**
 * The station's own message comes as `problem`, for what has no fixed words: an error of the camera
 * or the disk, or several problems at once.
 * @param {Condition} condition
 */
export const conditionWords = ({ code, message, values }) =>
  text(`condition-${code}`, { case: "other", problem: message, ...values });
