// A draft of a recipe that a browser kept: changes that were not applied when the page was left.

import { keyOf } from "./model_version.js";
import { runningRecipe } from "./recipe.js";
import { recipeDifferences } from "./recipe_comparison.js";

/**
 * Changes not yet applied, the version they began from, and when the last one was made.
 * @typedef {{from: string | null, recipe: Recipe, changedAt: string}} RecipeDraft
 */

/**
 * The version that the station runs, by which a draft names what it began from.
 * @param {StationStatus | null} status
 */
export const runningVersion = (status) =>
  status?.recipe
    ? keyOf({ name: status.recipe.recipe.name, version: status.recipe.version })
    : null;

/**
 * What was kept, if it is a draft of a recipe as this station has them; null otherwise, as after an
 * update that brought other settings.
 * @param {string | null} text
 * @returns {RecipeDraft | null}
 */
export function readDraft(text) {
  try {
    const draft = JSON.parse(text ?? "null");
    const isDraft = draft && typeof draft.changedAt === "string" && isVersion(draft.from);
    return isDraft && keysOf(draft.recipe) === keysOf(runningRecipe(null)) ? draft : null;
  } catch {
    return null;
  }
}

/** @param {unknown} from */
const isVersion = (from) => from === null || (typeof from === "string" && /\/\d+$/.test(from));
/** @param {object} recipe */
const keysOf = (recipe) => Object.keys(recipe).sort().join();

/**
 * What a kept draft would change now, and whether the station's recipe has changed since; null if
 * the station already runs with it.
 * @param {RecipeDraft} draft
 * @param {StationStatus} status
 */
export function draftOffer(draft, status) {
  const base = runningRecipe(status);
  const differences = recipeDifferences(base, draft.recipe);
  if (differences.length === 0 && draft.recipe.name === base.name) return null;
  const running = runningVersion(status);
  return {
    differences,
    overtaken: draft.from === running ? null : { from: draft.from, running },
  };
}
