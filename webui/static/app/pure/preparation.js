// Steps of a preparation: adding, moving and changing them, and the sizes of pictures between them.

/**
 * @typedef {Answered<"get", "datasets/x/preparation">["versions"][number]} PreparationVersion
 * @typedef {PreparationVersion["preparation"]} Preparation
 * @typedef {Preparation["steps"][number]} Step
 * @typedef {Step["type"]} StepType
 * @typedef {Extract<Step, {type: "mask_out"}>["areas"][number]} MaskedArea
 */

/** In the order in which they are offered. @type {StepType[]} */
export const STEP_TYPES = [
  "crop",
  "mask_out",
  "rotate",
  "grey",
  "stretch",
  "labels_from_file_names",
];

/** @type {Preparation} */
export const NO_STEPS = { width: null, height: null, steps: [] };

export const SMALLEST_CROP_PX = 16;
// Of each side, in the middle: a rectangle to begin with.
const FIRST_SHARE = 0.6;

/** @param {Step} step */
const needsSize = ({ type }) => type === "crop" || type === "mask_out";

/**
 * The preparation with these steps; it is for pictures like `picture` as soon as a step refers to pixels.
 * @param {Preparation} before
 * @param {Step[]} steps
 * @param {Size} picture
 * @returns {Preparation}
 */
export function withSteps(before, steps, picture) {
  if (!steps.some(needsSize)) return { width: null, height: null, steps };
  return { width: before.width ?? picture.width, height: before.height ?? picture.height, steps };
}

/**
 * The size of a picture after the first `count` steps.
 * @param {Step[]} steps
 * @param {number} count
 * @param {Size} picture
 * @returns {Size}
 */
export function sizeAfter(steps, count, picture) {
  let { width, height } = picture;
  for (const step of steps.slice(0, count)) {
    if (step.type === "crop") ({ width, height } = step);
    if (step.type === "rotate" && step.degrees !== 180) [width, height] = [height, width];
  }
  return { width, height };
}

/**
 * A rectangle in the middle of a picture.
 * @param {Size} picture
 * @param {number} share of each side
 */
function middle({ width, height }, share) {
  const inner = { width: Math.round(width * share), height: Math.round(height * share) };
  return {
    left: Math.floor((width - inner.width) / 2),
    top: Math.floor((height - inner.height) / 2),
    ...inner,
  };
}

/**
 * A rectangle to begin with, for an area that is masked out.
 * @param {Size} picture
 * @returns {MaskedArea}
 */
export const newRectangle = (picture) => ({
  type: "rectangle",
  ...middle(picture, FIRST_SHARE / 3),
});

/**
 * A new step of a type, for pictures of that size.
 * @param {StepType} type
 * @param {Size} picture
 * @returns {Step}
 */
export function newStep(type, picture) {
  switch (type) {
    case "crop":
      return { type, ...middle(picture, FIRST_SHARE) };
    case "mask_out":
      return { type, areas: [newRectangle(picture)], fill: 0 };
    case "rotate":
      return { type, degrees: 90 };
    case "grey":
      return { type };
    case "stretch":
      return { type, low: 0, high: 255, bits: 8 };
    default:
      return {
        type,
        rules: [
          { pattern: "*_ok*", label: "normal", defect_type: null },
          { pattern: "*_ng*", label: "anomaly", defect_type: null },
        ],
      };
  }
}

/**
 * The list with an item moved by `by` places, as far as there are any.
 * @template Item
 * @param {Item[]} items
 * @param {number} index
 * @param {number} by
 */
export function moved(items, index, by) {
  const others = items.filter((_, other) => other !== index);
  const place = Math.min(Math.max(index + by, 0), others.length);
  return [...others.slice(0, place), items[index], ...others.slice(place)];
}

/**
 * The list with another item at a place.
 * @template Item
 * @param {Item[]} items
 * @param {number} index
 * @param {Item} item
 */
export const replaced = (items, index, item) =>
  items.map((other, place) => (place === index ? item : other));

/**
 * A rectangle as a region of the editor.
 * @param {{left: number, top: number, width: number, height: number}} rectangle
 * @returns {RegionOfInterest}
 */
export const regionOf = ({ left, top, width, height }) => ({
  offset_x: left,
  offset_y: top,
  width,
  height,
});

/**
 * A drawn region as a rectangle of whole pixels, inside of the picture and no smaller than `least` px.
 * @param {RegionOfInterest} drawn
 * @param {Size} picture
 * @param {number} least
 */
export function rectangleOf(drawn, picture, least) {
  /** @type {(offset: number, length: number, whole: number) => [number, number]} */
  const side = (offset, length, whole) => {
    const size = Math.min(Math.max(Math.round(length), least), whole);
    return [Math.min(Math.max(Math.round(offset), 0), whole - size), size];
  };
  const [left, width] = side(drawn.offset_x, drawn.width, picture.width);
  const [top, height] = side(drawn.offset_y, drawn.height, picture.height);
  return { left, top, width, height };
}

/**
 * Whether two preparations are the same.
 * @param {Preparation} a
 * @param {Preparation} b
 */
export const samePreparation = (a, b) => JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));

/** The same whatever the order of its keys. @type {(value: any) => any} */
function ordered(value) {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== "object") return value;
  return Object.keys(value)
    .sort()
    .map((key) => [key, ordered(value[key])]);
}
