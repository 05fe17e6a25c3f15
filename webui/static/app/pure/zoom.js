// Zoom of a picture on the page: `scale` times as large, moved by `x` and `y` screen pixels.

import { clamp } from "./roi.js";

/** @typedef {{scale: number, x: number, y: number}} Zoom */

/** @type {Zoom} */
export const WHOLE = { scale: 1, x: 0, y: 0 };
const LARGEST = 16;

/**
 * Keeps the picture over its frame, whose size on the screen is given.
 * @type {(zoom: Zoom, frame: Size) => Zoom}
 */
const fitted = ({ scale, x, y }, { width, height }) => ({
  scale,
  x: clamp(x, width * (1 - scale), 0),
  y: clamp(y, height * (1 - scale), 0),
});

/**
 * Zooms by a factor; the point, in screen pixels of the frame, stays where it is.
 * @type {(zoom: Zoom, factor: number, point: Point, frame: Size) => Zoom}
 */
export function zoomAt(zoom, factor, point, frame) {
  const scale = clamp(zoom.scale * factor, 1, LARGEST);
  const grown = scale / zoom.scale;
  return fitted(
    { scale, x: point.x - (point.x - zoom.x) * grown, y: point.y - (point.y - zoom.y) * grown },
    frame,
  );
}

/**
 * Moves the picture in its frame.
 * @type {(zoom: Zoom, dx: number, dy: number, frame: Size) => Zoom}
 */
export const pan = (zoom, dx, dy, frame) =>
  fitted({ scale: zoom.scale, x: zoom.x + dx, y: zoom.y + dy }, frame);

/**
 * What two fingers do that went from one pair of points to another: zoom and move at once.
 * @type {(zoom: Zoom, before: [Point, Point], after: [Point, Point], frame: Size) => Zoom}
 */
export function pinch(zoom, before, after, frame) {
  const [from, to] = [middleOf(before), middleOf(after)];
  const factor = distanceOf(after) / (distanceOf(before) || 1);
  return pan(zoomAt(zoom, factor, from, frame), to.x - from.x, to.y - from.y, frame);
}

/** @type {(points: [Point, Point]) => Point} */
const middleOf = ([a, b]) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
/** @type {(points: [Point, Point]) => number} */
const distanceOf = ([a, b]) => Math.hypot(a.x - b.x, a.y - b.y);
