// A version of a model, or of a recipe, as one value of a choice and in words.
import { text } from "../texts/texts.js";

/**
 * No name contains a slash.
 * @param {ModelVersion | null | undefined} one
 */
export const keyOf = (one) => (one ? `${one.name}/${one.version}` : "");

/**
 * @param {string} key
 * @returns {ModelVersion}
 */
export function versionOf(key) {
  const [name, version] = key.split("/");
  return { name, version: Number(version) };
}

/** @param {ModelVersion} one */
export const versionWords = ({ name, version }) =>
  text("recipe-version-of", { name, version: `${version}` });

/**
 * Of a model that the recipe names and the station doesn't have.
 * @param {ModelVersion} one
 */
export const missingWords = ({ name, version }) =>
  text("recipe-version-missing", { name, version: `${version}` });
