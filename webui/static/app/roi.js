// Regions of interest in sensor pixels: fitting what was drawn to what the camera can do.

const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
const stepDown = (value, step) => Math.floor(value / step) * step;
const stepNear = (value, step) => Math.round(value / step) * step;

/** One axis: offset and length rounded to the increments and kept on the sensor. */
function fitAxis(offset, length, offsetRange, lengthRange, sensor) {
  const fittedLength = clamp(
    stepNear(length, lengthRange.increment), lengthRange.minimum, stepDown(sensor, lengthRange.increment));
  const fittedOffset = clamp(
    stepNear(offset, offsetRange.increment), 0, stepDown(sensor - fittedLength, offsetRange.increment));
  return [fittedOffset, fittedLength];
}

/** The nearest region that the camera can read. */
export function fitRoi(roi, features) {
  const [offset_x, width] = fitAxis(roi.offset_x, roi.width, features.offset_x, features.width, features.sensor_width);
  const [offset_y, height] = fitAxis(roi.offset_y, roi.height, features.offset_y, features.height, features.sensor_height);
  return { offset_x, offset_y, width, height };
}

/** The region between two corners, in any order. */
export function between(a, b) {
  return {
    offset_x: Math.min(a.x, b.x), offset_y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y),
  };
}

/** The region moved by (dx, dy), kept inside `bounds` without changing its size. */
export function moved(roi, dx, dy, bounds) {
  return {
    ...roi,
    offset_x: clamp(roi.offset_x + dx, bounds.offset_x, bounds.offset_x + bounds.width - roi.width),
    offset_y: clamp(roi.offset_y + dy, bounds.offset_y, bounds.offset_y + bounds.height - roi.height),
  };
}

/** The region with the sides that `handle` names ("n", "se", ...) dragged to a point. */
export function resized(roi, handle, point) {
  const left = handle.includes("w") ? point.x : roi.offset_x;
  const top = handle.includes("n") ? point.y : roi.offset_y;
  const right = handle.includes("e") ? point.x : roi.offset_x + roi.width;
  const bottom = handle.includes("s") ? point.y : roi.offset_y + roi.height;
  return between({ x: left, y: top }, { x: right, y: bottom });
}

/** A region of whole pixels inside a picture. */
export function fitZone(roi, picture) {
  const left = Math.round(clamp(roi.offset_x, 0, picture.width - 1));
  const top = Math.round(clamp(roi.offset_y, 0, picture.height - 1));
  const right = clamp(Math.round(roi.offset_x + roi.width), left + 1, picture.width);
  const bottom = clamp(Math.round(roi.offset_y + roi.height), top + 1, picture.height);
  return { offset_x: left, offset_y: top, width: right - left, height: bottom - top };
}

/** A rule's zone as a region, and back. */
export const regionOfZone = (zone) => zone && {
  offset_x: zone.left, offset_y: zone.top, width: zone.right - zone.left, height: zone.bottom - zone.top,
};
export const zoneOfRegion = (roi) => roi && {
  left: Math.round(roi.offset_x), top: Math.round(roi.offset_y),
  right: Math.round(roi.offset_x + roi.width), bottom: Math.round(roi.offset_y + roi.height),
};

export const sameRoi = (a, b) => ["offset_x", "offset_y", "width", "height"].every((key) => a?.[key] === b?.[key]);
export const wholeSensor = (features) => ({
  offset_x: 0, offset_y: 0, width: features.sensor_width, height: features.sensor_height,
});
export { clamp };
