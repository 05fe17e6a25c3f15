// Boxes around the objects of a picture, in its pixels: {name, left, top, right, bottom}.
import { text } from "../texts/texts.js";
import { clamp } from "./roi.js";

// A box that is smaller on either side can't be meant, and could not be gripped.
const SMALLEST_PX = 2;
const TENTH = 10;

/**
 * The same rectangle as the region editor has it.
 * @param {LabelledBox} box
 * @returns {RegionOfInterest}
 */
export const toRoi = ({ left, top, right, bottom }) => ({
  offset_x: left,
  offset_y: top,
  width: right - left,
  height: bottom - top,
});

/**
 * A box from a rectangle, inside a picture and to a tenth of a pixel; null when it is too small.
 * @param {RegionOfInterest} roi
 * @param {string} name
 * @param {Size} picture
 * @returns {LabelledBox | null}
 */
export function fromRoi({ offset_x: x, offset_y: y, width, height }, name, picture) {
  /** @type {(value: number, most: number) => number} */
  const inside = (value, most) => Math.round(clamp(value, 0, most) * TENTH) / TENTH;
  const box = {
    name,
    left: inside(x, picture.width),
    top: inside(y, picture.height),
    right: inside(x + width, picture.width),
    bottom: inside(y + height, picture.height),
  };
  return box.right - box.left >= SMALLEST_PX && box.bottom - box.top >= SMALLEST_PX ? box : null;
}

/**
 * A box in the middle of a picture, for those who draw by keyboard.
 * @param {string} name
 * @param {Size} picture
 */
export function middleBox(name, { width, height }) {
  return fromRoi(
    { offset_x: width * 0.375, offset_y: height * 0.375, width: width / 4, height: height / 4 },
    name,
    { width, height },
  );
}

/**
 * The boxes in words: "2 scratch, 1 dent".
 * @param {Pick<LabelledBox, "name">[]} boxes
 */
export function describeBoxes(boxes) {
  if (!boxes.length) return text("boxes-no-objects");
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { name } of boxes) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) =>
      text("boxes-of-class", { count, class: name || text("boxes-without-class") }),
    )
    .join(", ");
}
