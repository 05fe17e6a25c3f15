// A recipe's detection as the page edits it: detectors, their classes, and what was refused where.

export const keyOf = ({ name, version }) => `${name}/${version}`;
export const NEW_RULE = {
  at_least: 0, at_most: 0, minimum_score: null, minimum_size_px: null, maximum_size_px: null, zone: null,
};
export const NEW_PART = { margin: 0.1, aspect_ratio: 1 };

/** The classes of the detection's model; null when that isn't on the station. */
export function classesOf(detection, detectors) {
  const found = detectors.find((one) => detection && keyOf(one) === keyOf(detection.model));
  return found?.classes ?? null;
}

// "Value error, at_most is 1, ..." is pydantic's way of saying who found it.
const inWords = (problem) => problem.replace(/^Value error, /, "");

/** What the station refused at a place such as "rules.2", by the field's name; "" is the whole of it. */
export function problemsAt(problems, place) {
  const at = `detection.${place}`;
  return Object.fromEntries(Object.entries(problems)
    .filter(([key]) => key === at || key.startsWith(`${at}.`))
    .map(([key, found]) => [key.slice(at.length + 1), found.map(inWords).join("; ")]));
}

/** A rule in a sentence: "exactly 1", "none allowed". */
export function sayCount({ at_least: least, at_most: most }) {
  if (most === 0) return "none allowed";
  if (most === null) return least ? `${least} or more` : "any number: shown only";
  if (least === most) return `exactly ${most}`;
  return least ? `${least} to ${most}` : `${most} at most`;
}
