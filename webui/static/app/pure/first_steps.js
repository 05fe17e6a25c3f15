// The way of a new station to its first verdicts: which step is next, and what is done there.
import { text } from "../texts/texts.js";

export const STEPS = 4;

/**
 * What is true of the station.
 * @typedef {{
 *   cameraReady: boolean,
 *   normal: number,
 *   needed: number,
 *   training: boolean,
 *   hasModel: boolean,
 *   inspecting: boolean,
 *   hasVerdicts: boolean,
 * }} StationState
 * The step by its `title` and its `page`; `here` is what to do on that page.
 * @typedef {{number: number, title: string, minutes: number, page: string, here: string}} FirstStep
 */

/**
 * The step that is next; null where parts are, or have been, inspected.
 * @param {StationState} state `normal` is that of the dataset with the most good parts
 * @returns {FirstStep | null}
 */
export function firstStep({
  cameraReady,
  normal,
  needed,
  training,
  hasModel,
  inspecting,
  hasVerdicts,
}) {
  if (inspecting || hasVerdicts) return null;
  if (hasModel)
    return {
      number: 4,
      title: text("first-steps-inspect"),
      minutes: 1,
      page: "/inspection",
      here: text(cameraReady ? "first-steps-inspect-here" : "first-steps-inspect-files"),
    };
  if (normal >= needed)
    return {
      number: 3,
      title: text("first-steps-train"),
      minutes: 1,
      page: "/training",
      here: text(training ? "first-steps-training" : "first-steps-train-here"),
    };
  const collected = { normal, needed };
  if (cameraReady || normal > 0)
    return {
      number: 2,
      title: text("first-steps-collect", collected),
      minutes: 3,
      page: "/training",
      here: text(cameraReady ? "first-steps-collect-here" : "first-steps-collect-files", collected),
    };
  return {
    number: 1,
    title: text("first-steps-connect"),
    minutes: 4,
    page: "/training",
    here: text("first-steps-connect-here"),
  };
}
