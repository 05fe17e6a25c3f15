// A recipe as the pages edit it: the one a station begins with, and what was changed.

/** @type {Recipe} */
const FIRST_RECIPE = {
  name: "default",
  number: null,
  note: null,
  acquisition: {
    exposure_us: null,
    gain_db: null,
    frame_rate_hz: null,
    pixel_format: null,
    roi: null,
    strobe_line: null,
  },
  trigger: { type: "software" },
  model: null,
  threshold: null,
  review_distance: null,
  detection: null,
  outputs: [],
  safe_output: "NG",
  time_limit_ms: null,
  alarms: null,
  challenge: null,
};

/**
 * The recipe that runs, or the one a new station begins with.
 * @param {StationStatus | null | undefined} status
 * @returns {Recipe}
 */
export const runningRecipe = (status) => status?.recipe?.recipe ?? FIRST_RECIPE;

/**
 * Whether the detector's rules alone can make a part NG, so that no anomaly model is needed.
 * @param {Pick<Recipe, "detection">} recipe
 */
export const rulesCanFail = (recipe) =>
  Boolean(
    recipe.detection?.rules.some(({ at_least, at_most }) => at_least > 0 || at_most !== null),
  );

/** @type {(value: unknown, name: string) => unknown} */
const partOf = (value, name) => Reflect.get(Object(value), name);

/**
 * True where the two differ under a dotted key ("acquisition.gain_db").
 * @param {object} a
 * @param {object} b
 * @param {string} key
 */
export function differs(a, b, key) {
  /** @param {object} recipe */
  const pick = (recipe) => key.split(".").reduce(partOf, /** @type {unknown} */ (recipe));
  return JSON.stringify(pick(a) ?? null) !== JSON.stringify(pick(b) ?? null);
}
