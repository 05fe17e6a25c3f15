import assert from "node:assert/strict";
import { test } from "node:test";
import {
  fitRoi,
  fitZone,
  moveRegion,
  regionBetween,
  regionOfZone,
  resizeRegion,
  sameRoi,
  wholeSensor,
  zoneOfRegion,
} from "../../../webui/static/app/pure/roi.js";
import { forRandom } from "../random.js";

/** @typedef {(low: number, high: number) => number} Whole */

/** @param {number} increment */
const range = (increment) => ({ minimum: increment, maximum: 5000, increment, value: 0 });

/** @param {Whole} whole */
const someCamera = (whole) => {
  const step = whole(1, 16);
  return {
    sensor_width: whole(64, 4096),
    sensor_height: whole(64, 3072),
    offset_x: range(whole(1, 4)),
    offset_y: range(whole(1, 4)),
    width: { ...range(step), minimum: step * whole(1, 2) },
    height: range(whole(1, 4)),
  };
};

/** @param {Whole} whole */
const someRegion = (whole) => ({
  offset_x: whole(-500, 5000),
  offset_y: whole(-500, 5000),
  width: whole(0, 6000),
  height: whole(0, 6000),
});

test("a drawn region becomes one that the camera can read", () => {
  forRandom(
    2000,
    (whole) => ({ features: someCamera(whole), drawn: someRegion(whole) }),
    ({ features, drawn }) => {
      const roi = fitRoi(drawn, features);
      assert.equal(roi.width % features.width.increment, 0);
      assert.equal(roi.height % features.height.increment, 0);
      assert.equal(roi.offset_x % features.offset_x.increment, 0);
      assert.equal(roi.offset_y % features.offset_y.increment, 0);
      assert.ok(roi.width >= features.width.minimum && roi.height >= features.height.minimum);
      assert.ok(roi.offset_x >= 0 && roi.offset_x + roi.width <= features.sensor_width);
      assert.ok(roi.offset_y >= 0 && roi.offset_y + roi.height <= features.sensor_height);
    },
  );
});

test("what fits stays as it is, and what is drawn moves by half an increment at most", () => {
  forRandom(
    2000,
    (whole) => ({ features: someCamera(whole), drawn: someRegion(whole) }),
    ({ features, drawn }) => {
      const roi = fitRoi(drawn, features);
      assert.deepEqual(fitRoi(roi, features), roi);
      const inside =
        drawn.width >= features.width.minimum &&
        drawn.offset_x >= 0 &&
        drawn.offset_x + drawn.width < features.sensor_width - 2 * features.width.increment;
      if (inside) {
        assert.ok(Math.abs(roi.width - drawn.width) <= features.width.increment / 2);
        assert.ok(Math.abs(roi.offset_x - drawn.offset_x) <= features.offset_x.increment / 2);
      }
    },
  );
});

test("two corners give the same region in any order", () => {
  const region = { offset_x: 10, offset_y: 20, width: 30, height: 5 };
  for (const [left, right] of [
    [10, 40],
    [40, 10],
  ]) {
    for (const [top, bottom] of [
      [20, 25],
      [25, 20],
    ]) {
      assert.deepEqual(regionBetween({ x: left, y: top }, { x: right, y: bottom }), region);
    }
  }
});

test("a moved region keeps its size and stays inside", () => {
  const bounds = { offset_x: 100, offset_y: 50, width: 640, height: 480 };
  forRandom(
    1000,
    (whole) => ({
      width: whole(1, 640),
      height: whole(1, 480),
      dx: whole(-2000, 2000),
      dy: whole(-2000, 2000),
    }),
    ({ width, height, dx, dy }) => {
      const moved = moveRegion({ offset_x: 100, offset_y: 50, width, height }, dx, dy, bounds);
      assert.deepEqual([moved.width, moved.height], [width, height]);
      assert.ok(moved.offset_x >= 100 && moved.offset_x + width <= 740);
      assert.ok(moved.offset_y >= 50 && moved.offset_y + height <= 530);
      if (dx >= 0 && dx <= 640 - width) assert.equal(moved.offset_x, 100 + dx);
      if (dy >= 0 && dy <= 480 - height) assert.equal(moved.offset_y, 50 + dy);
    },
  );
});

test("a dragged handle moves its sides alone", () => {
  const roi = { offset_x: 10, offset_y: 10, width: 20, height: 20 };
  const point = { x: 50, y: 60 };
  assert.deepEqual(resizeRegion(roi, "se", point), {
    offset_x: 10,
    offset_y: 10,
    width: 40,
    height: 50,
  });
  assert.deepEqual(resizeRegion(roi, "e", point), { ...roi, width: 40 });
  assert.deepEqual(resizeRegion(roi, "s", point), { ...roi, height: 50 });
  // Dragged over the opposite corner, the region turns over.
  assert.deepEqual(resizeRegion(roi, "nw", point), {
    offset_x: 30,
    offset_y: 30,
    width: 20,
    height: 30,
  });
});

test("a zone is of whole pixels, inside the picture and never empty", () => {
  const picture = { width: 320, height: 240 };
  forRandom(
    2000,
    (whole) => ({
      offset_x: whole(-4000, 4000) / 10,
      offset_y: whole(-4000, 4000) / 10,
      width: whole(0, 6000) / 10,
      height: whole(0, 6000) / 10,
    }),
    (drawn) => {
      const zone = fitZone(drawn, picture);
      for (const value of Object.values(zone)) assert.ok(Number.isInteger(value));
      assert.ok(zone.width >= 1 && zone.height >= 1);
      assert.ok(zone.offset_x >= 0 && zone.offset_x + zone.width <= picture.width);
      assert.ok(zone.offset_y >= 0 && zone.offset_y + zone.height <= picture.height);
      assert.deepEqual(regionOfZone(zoneOfRegion(zone)), zone);
    },
  );
});

test("a zone's sides are the nearest whole pixels", () => {
  const drawn = { offset_x: 10.6, offset_y: 20.6, width: 30.3, height: 40.2 };
  const rounded = { left: 11, top: 21, right: 41, bottom: 61 };
  assert.deepEqual(zoneOfRegion(drawn), rounded);
  const fitted = fitZone(drawn, { width: 320, height: 240 });
  assert.deepEqual(zoneOfRegion(fitted), rounded);
  // A click at the far corner is its last pixel.
  const corner = fitZone(
    { offset_x: 400, offset_y: 300, width: 0, height: 0 },
    { width: 320, height: 240 },
  );
  assert.deepEqual(corner, { offset_x: 319, offset_y: 239, width: 1, height: 1 });
});

test("no zone is no region", () => {
  assert.equal(regionOfZone(null), null);
  assert.equal(zoneOfRegion(null), null);
});

test("regions are compared by their four numbers", () => {
  const whole = wholeSensor({ sensor_width: 1920, sensor_height: 1200 });
  assert.deepEqual(whole, { offset_x: 0, offset_y: 0, width: 1920, height: 1200 });
  assert.ok(sameRoi(whole, { ...whole }));
  for (const key of Object.keys(whole)) {
    assert.ok(!sameRoi(whole, { ...whole, [key]: 7 }), key);
  }
  assert.ok(!sameRoi(whole, null));
});
