// Two versions of a recipe compared, field by field and in words.

import { text } from "../texts/texts.js";
import { showExactly } from "./format.js";
import { versionWords } from "./model_version.js";

/**
 * A field in words, and its value in either version.
 * @typedef {{field: string, before: string, after: string}} RecipeDifference
 */

/** @typedef {string | number | boolean} Value */

// The ends of names tell the units.
/** @type {[end: string, unit: string][]} */
const UNITS = [
  ["_mm_s", "mm/s"],
  ["_us", "µs"],
  ["_ms", "ms"],
  ["_db", "dB"],
  ["_hz", "Hz"],
  ["_px", "px"],
  ["_mm", "mm"],
];
/** Of a version, and not of how it inspects. */
const NOT_COMPARED = ["name", "note"];

/**
 * Where two recipes differ; what only the second one sets comes last.
 * @param {Recipe} before
 * @param {Recipe} after
 * @returns {RecipeDifference[]}
 */
export function recipeDifferences(before, after) {
  const [was, is] = [valuesOf(before), valuesOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((path) => was.get(path) !== is.get(path))
    .map((path) => ({
      field: fieldWords(path),
      before: valueWords(path, was.get(path)),
      after: valueWords(path, is.get(path)),
    }));
}

/**
 * Every value that is set, by its dotted path.
 * @param {Recipe} recipe
 */
function valuesOf(recipe) {
  /** @type {Map<string, Value>} */
  const values = new Map();
  /** @type {(value: unknown, path: string[]) => void} */
  const take = (value, path) => {
    if (value === null || value === undefined) return;
    if (typeof value !== "object") values.set(path.join("."), /** @type {Value} */ (value));
    else if (isModel(value)) values.set(path.join("."), versionWords(value));
    else for (const [name, inner] of Object.entries(value)) take(inner, [...path, name]);
  };
  for (const [name, value] of Object.entries(recipe))
    if (!NOT_COMPARED.includes(name)) take(value, [name]);
  return values;
}

/** @type {(value: object) => value is ModelVersion} */
const isModel = (value) => Object.keys(value).length === 2 && "name" in value && "version" in value;

/**
 * "outputs.0.pulse_ms" as "Output 1, pulse".
 * @param {string} path
 */
function fieldWords(path) {
  const words = path
    .split(/\.(?!\d)/)
    .map(stepWords)
    .reduce((outer, inner) => text("recipe-field-inside", { outer, inner }));
  return words[0].toUpperCase() + words.slice(1);
}

/**
 * "pulse_ms", or an item of a list: "outputs.0".
 * @param {string} step
 */
function stepWords(step) {
  const [name, index] = step.split(".");
  const field = /** @type {RecipeField} */ (name);
  const list = /** @type {RecipeList} */ (name);
  return index === undefined
    ? text(`recipe-field-${field}`)
    : text(`recipe-item-${list}`, { number: Number(index) + 1 });
}

/** @param {string} path */
const unitOf = (path) => UNITS.find(([end]) => path.endsWith(end));

/** @type {(path: string, value: Value | undefined) => string} */
function valueWords(path, value) {
  if (value === undefined) return text("recipe-not-set");
  if (typeof value === "boolean") return text(value ? "recipe-yes" : "recipe-no");
  if (typeof value === "string") return value;
  const unit = unitOf(path)?.[1];
  return unit ? `${showExactly(value)} ${unit}` : showExactly(value);
}
