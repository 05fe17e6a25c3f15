import assert from "node:assert/strict";
import { test } from "node:test";
import { describeBoxes, fromRoi, middleBox, toRoi } from "../../../webui/static/app/pure/boxes.js";
import { forRandom } from "../random.js";

const PICTURE = { width: 320, height: 240 };

test("a drawn box lies inside the picture, to a tenth of a pixel", () => {
  forRandom(
    2000,
    (whole) => ({
      offset_x: whole(-50000, 50000) / 137,
      offset_y: whole(-50000, 50000) / 137,
      width: whole(0, 50000) / 137,
      height: whole(0, 50000) / 137,
    }),
    (roi) => {
      const box = fromRoi(roi, "scratch", PICTURE);
      const visible = (
        /** @type {number} */ offset,
        /** @type {number} */ length,
        /** @type {number} */ end,
      ) => Math.min(offset + length, end) - Math.max(offset, 0);
      const [width, height] = [
        visible(roi.offset_x, roi.width, PICTURE.width),
        visible(roi.offset_y, roi.height, PICTURE.height),
      ];
      if (width < 1.8 || height < 1.8) assert.equal(box, null);
      if (width > 2.2 && height > 2.2) assert.ok(box);
      if (!box) return;
      assert.equal(box.name, "scratch");
      assert.ok(box.left >= 0 && box.top >= 0);
      assert.ok(box.right <= PICTURE.width && box.bottom <= PICTURE.height);
      for (const side of [box.left, box.top, box.right, box.bottom]) {
        assert.equal(side, Math.round(side * 10) / 10);
      }
      assert.ok(Math.abs(box.right - box.left - width) <= 0.11);
    },
  );
});

test("a box goes to the region editor and back unchanged", () => {
  const box = { name: "dent", left: 1.5, top: 2, right: 30.5, bottom: 44 };
  assert.deepEqual(fromRoi(toRoi(box), box.name, PICTURE), box);
});

test("sides are the nearest tenth, and two pixels are just large enough", () => {
  const roi = { offset_x: 10.06, offset_y: 20.04, width: 2, height: 2 };
  assert.deepEqual(fromRoi(roi, "dent", PICTURE), {
    name: "dent",
    left: 10.1,
    top: 20,
    right: 12.1,
    bottom: 22,
  });
  assert.equal(fromRoi({ ...roi, width: 1.8 }, "dent", PICTURE), null);
  assert.equal(fromRoi({ ...roi, height: 1.8 }, "dent", PICTURE), null);
});

test("the box in the middle is a quarter of each side and centred", () => {
  const box = middleBox("dent", PICTURE);
  assert.deepEqual(box, { name: "dent", left: 120, top: 90, right: 200, bottom: 150 });
});

test("boxes in words are counted by class, in the order in which they were drawn", () => {
  assert.equal(
    describeBoxes([{ name: "scratch" }, { name: "dent" }, { name: "scratch" }, { name: "" }]),
    "2 scratch, 1 dent, 1 without a class",
  );
});
