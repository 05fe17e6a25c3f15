// What the pages do with recipes: save and run them.
import { put } from "../api.js";
import { runningRecipe } from "../pure/recipe.js";
import { text } from "../texts/texts.js";
import { withConsent } from "./consent.js";
import { refreshStatus } from "./events.js";

/**
 * Saves the recipe and runs with it; the answer says which settings the camera adjusted. The note of
 * the version that it was made from doesn't tell of it.
 * @param {Recipe} recipe
 * @returns {Promise<AppliedRecipe>}
 */
export async function applyRecipe(recipe) {
  const applied = await withConsent((anyway) =>
    put(`recipes/${recipe.name}?anyway=${anyway}`, { ...recipe, note: null }),
  );
  await refreshStatus();
  return applied;
}

/**
 * Runs with a model version {name, version}, null is none; a threshold and a width of review set by
 * hand belonged to the model before. Throws while it isn't known which recipe the model is to be in.
 * @param {StationStatus | null} status
 * @param {ModelVersion | null} model
 */
export async function runWithModel(status, model) {
  if (!status) throw new Error(text("recipe-not-known-yet"));
  const recipe = runningRecipe(status);
  if (recipe.model?.name === model?.name && recipe.model?.version === model?.version) return null;
  return applyRecipe(
    /** @type {Recipe} */ ({
      ...recipe,
      model,
      threshold: null,
      review_distance: recipe.review_distance === 0 ? 0 : null,
    }),
  );
}
