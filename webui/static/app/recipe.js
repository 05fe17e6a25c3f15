// The recipe as the pages edit it: what runs, what was changed and not yet applied.
import { get, put } from "./api.js";
import { refreshStatus } from "./events.js";

const FIRST_RECIPE = {
  name: "default",
  acquisition: { exposure_us: null, gain_db: null, frame_rate_hz: null, pixel_format: null, roi: null },
  trigger: { type: "software" },
  model: null, threshold: null, review_distance: null, detection: null, outputs: [], safe_output: "NG", time_limit_ms: null,
};

/** The recipe that runs, or the one a new station begins with. */
export const runningRecipe = (status) => status?.recipe?.recipe ?? FIRST_RECIPE;

/** Saves the recipe and runs with it; the answer says what the camera took otherwise. */
export async function applyRecipe(recipe) {
  const applied = await put(`recipes/${recipe.name}`, recipe);
  await refreshStatus();
  return applied;
}

/** Whether the detector's rules alone can make a part NG, so that no anomaly model is needed. */
export const rulesCanFail = (recipe) =>
  Boolean(recipe.detection?.rules.some(({ at_least, at_most }) => at_least > 0 || at_most !== null));

/**
 * Runs with a model version {name, version}, null is none; a threshold and a width of review set by
 * hand belonged to the model before.
 */
export async function runWithModel(status, model) {
  const recipe = runningRecipe(status);
  if (recipe.model?.name === model?.name && recipe.model?.version === model?.version) return null;
  return applyRecipe({ ...recipe, model, threshold: null, review_distance: recipe.review_distance === 0 ? 0 : null });
}

export const listRecipes = async () => (await get("recipes")).recipes;

/** True where the two differ under a dotted key ("acquisition.gain_db"). */
export function differs(a, b, key) {
  const pick = (recipe) => key.split(".").reduce((value, part) => value?.[part], recipe);
  return JSON.stringify(pick(a) ?? null) !== JSON.stringify(pick(b) ?? null);
}
