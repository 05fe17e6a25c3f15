// The options of a training as the pages hold them, and as the API takes them.

export const USUAL_RATE = 0.01;
const TILE_PX = 512;
// anomalib sees the whole picture as it is.
/** @param {string} method */
export const isOfAnomalib = (method) => method.startsWith("anomalib:");

/** What the model is shown of a picture: all of it at a size in px, or what a fixed rule chooses. */
export const INPUTS = /** @type {const} */ (["standard", "320", "512", "1024", "defect", "tiles"]);
/** @typedef {(typeof INPUTS)[number]} Input */

export const USUAL_OPTIONS = {
  method: "",
  input: /** @type {Input} */ ("standard"),
  defect: 20,
  rows: 2,
  columns: 2,
  quarters: false,
  tilt: 0,
  mirror: false,
  light: false,
  rate: USUAL_RATE,
};

/** @typedef {typeof USUAL_OPTIONS} Options */

/** @type {Record<string, (options: Options) => object>} */
const INPUT_FIELDS = {
  standard: () => ({}),
  defect: ({ defect }) => ({ smallest_defect_px: defect }),
  tiles: ({ rows, columns }) => ({
    input_height: TILE_PX,
    input_width: TILE_PX,
    tile_rows: rows,
    tile_columns: columns,
  }),
};
/** @param {Options} options */
const wholeInput = ({ input }) => ({ input_height: Number(input), input_width: Number(input) });

/**
 * What the API takes; of a field that was not touched its own default.
 * @param {Options} options
 */
export function demandOf(options) {
  const { method, input, quarters, tilt, mirror, light, rate } = options;
  return {
    ...(method && { method: { type: method } }),
    ...(INPUT_FIELDS[input] ?? wholeInput)(options),
    ...(!isOfAnomalib(method) && {
      augmentation: { quarter_turns: quarters, tilt_degrees: tilt, mirror, light },
    }),
    allowed_false_reject_rate: rate,
  };
}
