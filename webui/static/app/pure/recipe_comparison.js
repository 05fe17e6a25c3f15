// Two versions of a recipe compared, field by field and in words.

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
/** @type {Record<string, string>} */
const WORDS = {
  acquisition: "camera",
  consecutive_ng: "NG parts in a row",
  ng_of_last: "NG among the last parts",
  number: "number for the PLC",
  review_distance: "review distance",
  roi: "region",
  safe_output: "signal without a verdict",
  type: "kind",
};
/** Of a version, and not of how it inspects. */
const NOT_COMPARED = ["name", "note"];
const NOT_SET = "not set";

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
    else if (isModel(value)) values.set(path.join("."), `${value.name} version ${value.version}`);
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
  /** @type {string[]} */
  const words = [];
  for (const name of path.split(".")) {
    const list = words.at(-1);
    if (/^\d+$/.test(name) && list)
      words[words.length - 1] = `${list.replace(/s$/, "")} ${Number(name) + 1}`;
    else words.push(WORDS[name] ?? withoutUnit(name).replaceAll("_", " "));
  }
  const text = words.join(", ");
  return text[0].toUpperCase() + text.slice(1);
}

/** @param {string} name */
const withoutUnit = (name) => name.slice(0, name.length - (unitOf(name)?.[0].length ?? 0));

/** @param {string} path */
const unitOf = (path) => UNITS.find(([end]) => path.endsWith(end));

/** @type {(path: string, value: Value | undefined) => string} */
function valueWords(path, value) {
  if (value === undefined) return NOT_SET;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return value;
  const unit = unitOf(path)?.[1];
  return unit ? `${value} ${unit}` : String(value);
}
