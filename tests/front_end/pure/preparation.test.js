import assert from "node:assert/strict";
import { test } from "node:test";
import {
  moved,
  NO_STEPS,
  newRectangle,
  newStep,
  rectangleOf,
  replaced,
  SMALLEST_CROP_PX,
  STEP_TYPES,
  samePreparation,
  sizeAfter,
  withSteps,
} from "../../../webui/static/app/pure/preparation.js";
import { forRandom } from "../random.js";

const PICTURE = { width: 640, height: 480 };

test("a preparation is for one size as soon as a step refers to pixels, and for any without", () => {
  const crop = newStep("crop", PICTURE);
  const grey = newStep("grey", PICTURE);
  const cropped = withSteps(NO_STEPS, [grey, crop], PICTURE);
  assert.deepEqual([cropped.width, cropped.height], [640, 480]);
  // A picture of another size that is looked at changes nothing.
  const kept = withSteps(cropped, [crop], { width: 100, height: 100 });
  assert.deepEqual([kept.width, kept.height], [640, 480]);
  const free = withSteps(cropped, [grey], PICTURE);
  assert.deepEqual([free.width, free.height], [null, null]);
});

test("sizes follow crops and quarter turns", () => {
  const crop = /** @type {const} */ ({ type: "crop", left: 0, top: 0, width: 300, height: 200 });
  const turn = /** @type {const} */ ({ type: "rotate", degrees: 90 });
  const steps = [turn, crop, /** @type {const} */ ({ type: "rotate", degrees: 180 }), turn];
  const sizes = [0, 1, 2, 3, 4].map((count) => sizeAfter(steps, count, PICTURE));
  assert.deepEqual(sizes, [
    { width: 640, height: 480 },
    { width: 480, height: 640 },
    { width: 300, height: 200 },
    { width: 300, height: 200 },
    { width: 200, height: 300 },
  ]);
});

test("there is a first form of every step", () => {
  for (const type of STEP_TYPES) assert.equal(newStep(type, PICTURE).type, type);
});

test("drawn rectangles are of whole pixels, large enough, and inside of the picture", () => {
  forRandom(
    500,
    (whole) => ({
      offset_x: whole(-50, 700) + 0.3,
      offset_y: whole(-50, 500) - 0.4,
      width: whole(0, 800) + 0.5,
      height: whole(0, 600),
    }),
    (drawn) => {
      const { left, top, width, height } = rectangleOf(drawn, PICTURE, SMALLEST_CROP_PX);
      for (const side of [left, top, width, height]) assert.ok(Number.isInteger(side));
      assert.ok(left >= 0 && top >= 0);
      assert.ok(width >= SMALLEST_CROP_PX && height >= SMALLEST_CROP_PX);
      assert.ok(left + width <= PICTURE.width && top + height <= PICTURE.height);
    },
  );
});

test("a rectangle of a tiny picture is as small as it", () => {
  const drawn = { offset_x: 3, offset_y: 3, width: 1, height: 1 };
  assert.deepEqual(rectangleOf(drawn, { width: 8, height: 30 }, SMALLEST_CROP_PX), {
    left: 0,
    top: 3,
    width: 8,
    height: 16,
  });
  assert.deepEqual(newRectangle({ width: 100, height: 50 }), {
    type: "rectangle",
    left: 40,
    top: 20,
    width: 20,
    height: 10,
  });
});

test("items are moved and replaced in place", () => {
  assert.deepEqual(moved(["a", "b", "c"], 2, -1), ["a", "c", "b"]);
  assert.deepEqual(moved(["a", "b", "c"], 0, -1), ["a", "b", "c"]);
  assert.deepEqual(moved(["a", "b", "c"], 0, 9), ["b", "c", "a"]);
  assert.deepEqual(replaced(["a", "b"], 1, "c"), ["a", "c"]);
});

test("equal steps are the same whatever the order of their keys", () => {
  const one = { width: null, height: null, steps: [{ type: "rotate", degrees: 90 }] };
  const other = { height: null, steps: [{ degrees: 90, type: "rotate" }], width: null };
  const third = { ...one, steps: [{ type: "rotate", degrees: 180 }] };
  assert.ok(samePreparation(/** @type {any} */ (one), /** @type {any} */ (other)));
  assert.ok(!samePreparation(/** @type {any} */ (one), /** @type {any} */ (third)));
});
