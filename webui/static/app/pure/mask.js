// The class mask of a picture, painted pixel by pixel: 0 is background, 1 and more are classes.

import { text } from "../texts/texts.js";

/**
 * `indices` has a byte for each pixel, row by row.
 * @typedef {Size & {indices: Uint8Array}} Mask
 * A rectangle of whole pixels; `right` and `bottom` are the first ones outside.
 * @typedef {{left: number, top: number, right: number, bottom: number}} Area
 * A class and the index of its pixels.
 * @typedef {{index: number, name: string, color: string}} MaskClass
 */

export const BACKGROUND = 0;
// What a mask's file can tell: from 64 on the station takes values for grey levels.
const LARGEST_INDEX = 63;
// As the station colours classes that have no colour of their own.
const COLORS = [
  "#e6194b",
  "#3cb44b",
  "#4363d8",
  "#f58231",
  "#911eb4",
  "#42d4f4",
  "#f032e6",
  "#9a6324",
];

/**
 * A mask without any defect.
 * @param {Size} size
 * @returns {Mask}
 */
export const emptyMask = ({ width, height }) => ({
  width,
  height,
  indices: new Uint8Array(width * height),
});

/**
 * A mask from the pixels of a canvas that shows its file, where each channel has the index.
 * @param {Size} size
 * @param {Uint8ClampedArray} rgba
 * @returns {Mask}
 */
export function maskFromPixels({ width, height }, rgba) {
  const mask = emptyMask({ width, height });
  for (let pixel = 0; pixel < mask.indices.length; pixel++)
    mask.indices[pixel] = rgba[pixel * 4 + 3] ? rgba[pixel * 4] : BACKGROUND;
  return mask;
}

/**
 * The pixels of a canvas whose PNG the station reads as this mask: grey, of the indices' values.
 * @param {Mask} mask
 */
export function pixelsOfMask({ indices }) {
  const pixels = new Uint32Array(indices.length);
  for (let at = 0; at < indices.length; at++)
    pixels[at] = packed(indices[at], indices[at], indices[at]);
  return new Uint8ClampedArray(pixels.buffer);
}

/**
 * The pixels of an area in the colours of their classes; background is transparent.
 * @param {Mask} mask
 * @param {Area} area
 * @param {MaskClass[]} classes
 */
export function paintedPixels({ width, indices }, { left, top, right, bottom }, classes) {
  const colors = new Uint32Array(256);
  for (const { index, color } of classes) {
    const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
    colors[index] = packed(red, green, blue);
  }
  const pixels = new Uint32Array((right - left) * (bottom - top));
  let at = 0;
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) pixels[at++] = colors[indices[y * width + x]];
  return new Uint8ClampedArray(pixels.buffer);
}

/**
 * An opaque pixel of a canvas as one number: many millions are written at once.
 * Browsers run on little-endian machines alone, so red comes first.
 * @type {(red: number, green: number, blue: number) => number}
 */
const packed = (red, green, blue) => ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;

/**
 * The pixels that a round brush reaches between two points, as an area; null outside the picture.
 * @param {Size} size
 * @param {Point} from
 * @param {Point} to
 * @param {number} diameter
 * @returns {Area | null}
 */
export function strokeArea({ width, height }, from, to, diameter) {
  const reach = diameter / 2;
  const area = {
    left: Math.max(0, Math.floor(Math.min(from.x, to.x) - reach)),
    top: Math.max(0, Math.floor(Math.min(from.y, to.y) - reach)),
    right: Math.min(width, Math.ceil(Math.max(from.x, to.x) + reach) + 1),
    bottom: Math.min(height, Math.ceil(Math.max(from.y, to.y) + reach) + 1),
  };
  return area.left < area.right && area.top < area.bottom ? area : null;
}

/**
 * Draws a line by a round brush: every pixel whose centre is within it, and the one touched.
 * @param {Mask} mask is changed
 * @param {Point} from in pixels of the picture, where 0, 0 is its corner
 * @param {Point} to
 * @param {number} diameter
 * @param {number} index of the class, or the background's to erase
 * @returns {Area | null} where pixels may have changed
 */
export function paintStroke(mask, from, to, diameter, index) {
  const area = strokeArea(mask, from, to, diameter);
  if (!area) return null;
  const reach = (diameter / 2) ** 2;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  for (let y = area.top; y < area.bottom; y++) {
    for (let x = area.left; x < area.right; x++) {
      const [px, py] = [x + 0.5 - from.x, y + 0.5 - from.y];
      const along = length ? Math.min(1, Math.max(0, (px * dx + py * dy) / length)) : 0;
      if ((px - along * dx) ** 2 + (py - along * dy) ** 2 <= reach)
        mask.indices[y * mask.width + x] = index;
    }
  }
  const [x, y] = [Math.floor(to.x), Math.floor(to.y)];
  if (isInside(mask, x, y)) mask.indices[y * mask.width + x] = index;
  return area;
}

/** @type {(size: Size, x: number, y: number) => boolean} */
const isInside = ({ width, height }, x, y) => x >= 0 && y >= 0 && x < width && y < height;

/**
 * Fills what a closed outline surrounds: all connected pixels that are as the one at the point.
 * Pixels that touch at their corners alone are not connected, so a thin outline holds.
 * @param {Mask} mask is changed, unless the outline is open
 * @param {Point} point
 * @param {number} index
 * @returns {Area | "open" | null} where pixels changed; "open": it would run out over the picture
 */
export function fillOutline(mask, point, index) {
  const [x, y] = [Math.floor(point.x), Math.floor(point.y)];
  if (!isInside(mask, x, y)) return null;
  if (mask.indices[y * mask.width + x] === index) return null;
  const spans = connectedSpans(mask, x, y);
  const area = areaOfSpans(spans);
  if (runsOut(mask, spans, area)) return "open";
  for (const [row, left, right] of spans)
    mask.indices.fill(index, row * mask.width + left, row * mask.width + right);
  return area;
}

/** @typedef {[row: number, left: number, right: number]} Span */

/**
 * All connected pixels of one value, row by row (scanline flood fill).
 * @type {(mask: Mask, x: number, y: number) => Span[]}
 */
function connectedSpans({ width, height, indices }, x, y) {
  const value = indices[y * width + x];
  const seen = new Uint8Array(indices.length);
  /** @type {Span[]} */
  const spans = [];
  /** @type {[number, number][]} */
  const waiting = [[x, y]];
  /** @type {(column: number, row: number) => boolean} */
  const belongs = (column, row) =>
    !seen[row * width + column] && indices[row * width + column] === value;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [column, row] = next;
    if (!belongs(column, row)) continue;
    let [left, right] = [column, column + 1];
    while (left > 0 && belongs(left - 1, row)) left--;
    while (right < width && belongs(right, row)) right++;
    seen.fill(1, row * width + left, row * width + right);
    spans.push([row, left, right]);
    for (const beside of [row - 1, row + 1]) {
      if (beside < 0 || beside >= height) continue;
      for (let at = left; at < right; at++) {
        // One pixel of each run is enough.
        if (belongs(at, beside) && (at === left || !belongs(at - 1, beside)))
          waiting.push([at, beside]);
      }
    }
  }
  return spans;
}

/**
 * @param {Span[]} spans
 * @returns {Area}
 */
function areaOfSpans(spans) {
  const area = {
    left: Number.POSITIVE_INFINITY,
    top: Number.POSITIVE_INFINITY,
    right: 0,
    bottom: 0,
  };
  for (const [row, left, right] of spans) {
    area.left = Math.min(area.left, left);
    area.right = Math.max(area.right, right);
    area.top = Math.min(area.top, row);
    area.bottom = Math.max(area.bottom, row + 1);
  }
  return area;
}

/**
 * Whether a fill reached the picture's edge and covers most of it: nobody means that. A defect at
 * the edge, whose outline ends there, is smaller.
 * @type {(size: Size, spans: Span[], area: Area) => boolean}
 */
function runsOut({ width, height }, spans, { left, top, right, bottom }) {
  const touches = left === 0 || top === 0 || right === width || bottom === height;
  const filled = spans.reduce((sum, [, from, to]) => sum + to - from, 0);
  return touches && filled > (width * height) / 2;
}

/**
 * The indices in an area by run-length encoding, [index, count, index, count, ...]: an undo keeps
 * many of them.
 * @param {Mask} mask
 * @param {Area} area
 */
export function encodeArea({ width, indices }, { left, top, right, bottom }) {
  /** @type {number[]} */
  const runs = [];
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const index = indices[y * width + x];
      if (runs.length && runs[runs.length - 2] === index) runs[runs.length - 1]++;
      else runs.push(index, 1);
    }
  }
  return runs;
}

/**
 * Puts back what `encodeArea` took.
 * @param {Mask} mask is changed
 * @param {Area} area
 * @param {number[]} runs
 */
export function decodeArea({ width, indices }, { left, top, right }, runs) {
  let at = 0;
  for (let run = 0; run < runs.length; run += 2) {
    for (let rest = runs[run + 1]; rest > 0; ) {
      const [x, y] = [left + (at % (right - left)), top + Math.floor(at / (right - left))];
      const count = Math.min(rest, right - x);
      indices.fill(runs[run], y * width + x, y * width + x + count);
      at += count;
      rest -= count;
    }
  }
}

/**
 * The smallest area around two.
 * @type {(one: Area | null, other: Area | null) => Area | null}
 */
export const unite = (one, other) =>
  one && other
    ? {
        left: Math.min(one.left, other.left),
        top: Math.min(one.top, other.top),
        right: Math.max(one.right, other.right),
        bottom: Math.max(one.bottom, other.bottom),
      }
    : (one ?? other);

/**
 * All of a picture.
 * @param {Size} size
 * @returns {Area}
 */
export const wholeArea = ({ width, height }) => ({ left: 0, top: 0, right: width, bottom: height });

/**
 * How many pixels show each class, by its index; classes without any are not in it.
 * @param {Mask} mask
 */
export function countPixels({ indices }) {
  const counts = new Uint32Array(256);
  for (const index of indices) counts[index]++;
  return new Map([...counts.entries()].filter(([index, count]) => index && count));
}

/**
 * The classes with one more, which has the lowest free index and a colour of its own; the same
 * where the name is known already or no index is left.
 * @param {MaskClass[]} classes
 * @param {string} name
 * @returns {MaskClass[]}
 */
export function withClass(classes, name) {
  const taken = new Set(classes.map(({ index }) => index));
  let index = 1;
  while (taken.has(index)) index++;
  if (index > LARGEST_INDEX || classes.some((known) => known.name === name)) return classes;
  const colors = new Set(classes.map(({ color }) => color.toLowerCase()));
  const color = COLORS.find((free) => !colors.has(free)) ?? furtherColor(index, colors);
  return [...classes, { index, name, color }];
}

/** @type {(index: number, taken: Set<string>) => string} */
function furtherColor(index, taken) {
  // An odd factor: no two indices have the same colour.
  for (let at = index; ; at++) {
    const color = `#${((at * 0x9e3779) & 0xffffff).toString(16).padStart(6, "0")}`;
    if (!taken.has(color)) return color;
  }
}

export const BRUSH_STEPS = 100;
const LARGEST_BRUSH = 0.25;

/**
 * The diameter of the brush in pixels for a position of its slider: up to a quarter of the shorter
 * side, in equal ratios.
 * @type {(position: number, size: Size) => number}
 */
export function brushDiameter(position, { width, height }) {
  const largest = Math.max(2, Math.min(width, height) * LARGEST_BRUSH);
  return Math.max(1, Math.round(largest ** (position / BRUSH_STEPS)));
}

/**
 * The mask in words: "crack 1,204 px, dent 96 px", the largest class first.
 * @param {Map<number, number>} counts of `countPixels`
 * @param {MaskClass[]} classes
 */
export function describeMask(counts, classes) {
  const names = new Map(classes.map(({ index, name }) => [index, name]));
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([index, pixels]) =>
      text("masks-area", { class: names.get(index) ?? text("masks-class-unknown"), pixels }),
    )
    .join(", ");
}
