// The way of a new station to its first verdicts: which step is next, and what is done there.

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
 * @typedef {{number: number, title: string, minutes: string, page: string, here: string}} FirstStep
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
      title: "Inspect parts.",
      minutes: "about 1 minute",
      page: "/inspection",
      here: cameraReady
        ? "Check the model, press Start, then Trigger for each part."
        : "The camera is not connected. Choose your model and press Try a picture.",
    };
  if (normal >= needed)
    return {
      number: 3,
      title: "Train a model.",
      minutes: "about 1 minute",
      page: "/training",
      here: training
        ? "Training in progress."
        : "Enough pictures are there: press Train a model at the bottom of this page.",
    };
  const collected = `(${normal} of ${needed})`;
  if (cameraReady || normal > 0)
    return {
      number: 2,
      title: `Collect pictures of good parts ${collected}.`,
      minutes: "about 3 minutes",
      page: "/training",
      here: cameraReady
        ? `Choose Normal and press Trigger, or add pictures from files ${collected}.`
        : `Add pictures of good parts from files ${collected}.`,
    };
  return {
    number: 1,
    title: "Connect the camera, or use pictures from files.",
    minutes: "about 4 minutes",
    page: "/training",
    here: "Connect the camera, or add pictures of good parts from files.",
  };
}
