// Regions of interest in sensor pixels: fitting what was drawn to what the camera can do.

/** @typedef {"offset_x" | "offset_y" | "width" | "height"} Side */

/** @type {(value: number, low: number, high: number) => number} */
export const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
/** @type {(value: number, step: number) => number} */
const stepDown = (value, step) => Math.floor(value / step) * step;
/** @type {(value: number, step: number) => number} */
const stepNear = (value, step) => Math.round(value / step) * step;

/**
 * One axis: offset and length rounded to the increments and kept on the sensor.
 * @param {number} offset
 * @param {number} length
 * @param {{increment: number}} offsetRange
 * @param {{increment: number, minimum: number}} lengthRange
 * @param {number} sensor the sensor's length along this axis
 */
function fitAxis(offset, length, offsetRange, lengthRange, sensor) {
  const fittedLength = clamp(
    stepNear(length, lengthRange.increment),
    lengthRange.minimum,
    stepDown(sensor, lengthRange.increment),
  );
  const fittedOffset = clamp(
    stepNear(offset, offsetRange.increment),
    0,
    stepDown(sensor - fittedLength, offsetRange.increment),
  );
  return [fittedOffset, fittedLength];
}

/**
 * The nearest region that the camera can read.
 * @param {RegionOfInterest} roi
 * @param {Pick<CameraFeatures, Side | "sensor_width" | "sensor_height">} features
 * @returns {RegionOfInterest}
 */
export function fitRoi(roi, features) {
  const [offset_x, width] = fitAxis(
    roi.offset_x,
    roi.width,
    features.offset_x,
    features.width,
    features.sensor_width,
  );
  const [offset_y, height] = fitAxis(
    roi.offset_y,
    roi.height,
    features.offset_y,
    features.height,
    features.sensor_height,
  );
  return { offset_x, offset_y, width, height };
}

/**
 * The region between two corners, in any order.
 * @param {Point} a
 * @param {Point} b
 * @returns {RegionOfInterest}
 */
export function regionBetween(a, b) {
  return {
    offset_x: Math.min(a.x, b.x),
    offset_y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}

/**
 * The region moved by (dx, dy), kept inside `bounds` without changing its size.
 * @param {RegionOfInterest} roi
 * @param {number} dx
 * @param {number} dy
 * @param {RegionOfInterest} bounds
 * @returns {RegionOfInterest}
 */
export function moveRegion(roi, dx, dy, bounds) {
  return {
    ...roi,
    offset_x: clamp(roi.offset_x + dx, bounds.offset_x, bounds.offset_x + bounds.width - roi.width),
    offset_y: clamp(
      roi.offset_y + dy,
      bounds.offset_y,
      bounds.offset_y + bounds.height - roi.height,
    ),
  };
}

/**
 * The region with the sides that `handle` names ("n", "se", ...) dragged to a point.
 * @param {RegionOfInterest} roi
 * @param {string} handle
 * @param {Point} point
 * @returns {RegionOfInterest}
 */
export function resizeRegion(roi, handle, point) {
  const left = handle.includes("w") ? point.x : roi.offset_x;
  const top = handle.includes("n") ? point.y : roi.offset_y;
  const right = handle.includes("e") ? point.x : roi.offset_x + roi.width;
  const bottom = handle.includes("s") ? point.y : roi.offset_y + roi.height;
  return regionBetween({ x: left, y: top }, { x: right, y: bottom });
}

/**
 * A region of whole pixels inside a picture.
 * @param {RegionOfInterest} roi
 * @param {Size} picture
 * @returns {RegionOfInterest}
 */
export function fitZone(roi, picture) {
  const left = Math.round(clamp(roi.offset_x, 0, picture.width - 1));
  const top = Math.round(clamp(roi.offset_y, 0, picture.height - 1));
  const right = clamp(Math.round(roi.offset_x + roi.width), left + 1, picture.width);
  const bottom = clamp(Math.round(roi.offset_y + roi.height), top + 1, picture.height);
  return { offset_x: left, offset_y: top, width: right - left, height: bottom - top };
}

/**
 * A rule's zone as a region; null without a zone.
 * @param {Zone | null} zone
 * @returns {RegionOfInterest | null}
 */
export const regionOfZone = (zone) =>
  zone && {
    offset_x: zone.left,
    offset_y: zone.top,
    width: zone.right - zone.left,
    height: zone.bottom - zone.top,
  };

/**
 * A region as a rule's zone, in whole pixels; null without a region.
 * @param {RegionOfInterest | null} roi
 * @returns {Zone | null}
 */
export const zoneOfRegion = (roi) =>
  roi && {
    left: Math.round(roi.offset_x),
    top: Math.round(roi.offset_y),
    right: Math.round(roi.offset_x + roi.width),
    bottom: Math.round(roi.offset_y + roi.height),
  };

/** @type {Side[]} */
const SIDES = ["offset_x", "offset_y", "width", "height"];

/**
 * Whether both are the same region.
 * @param {RegionOfInterest | null | undefined} a
 * @param {RegionOfInterest | null | undefined} b
 */
export const sameRoi = (a, b) => SIDES.every((key) => a?.[key] === b?.[key]);

/**
 * The region that is the whole sensor.
 * @param {{sensor_width: number, sensor_height: number}} features
 * @returns {RegionOfInterest}
 */
export const wholeSensor = (features) => ({
  offset_x: 0,
  offset_y: 0,
  width: features.sensor_width,
  height: features.sensor_height,
});
