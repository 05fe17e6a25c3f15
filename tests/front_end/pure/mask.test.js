import assert from "node:assert/strict";
import { test } from "node:test";
import {
  brushDiameter,
  countPixels,
  decodeArea,
  describeMask,
  emptyMask,
  encodeArea,
  fillOutline,
  maskFromPixels,
  paintedPixels,
  paintStroke,
  pixelsOfMask,
  wholeArea,
  withClass,
} from "../../../webui/static/app/pure/mask.js";
import { MaskDrawing } from "../../../webui/static/app/pure/mask_drawing.js";
import { forRandom } from "../random.js";

const SIZE = { width: 40, height: 30 };

/**
 * @typedef {import("../../../webui/static/app/pure/mask.js").Mask} Mask
 * A mask from a picture in letters: "." is background.
 * @param {string[]} rows
 * @returns {Mask}
 */
const drawn = (rows) => ({
  width: rows[0].length,
  height: rows.length,
  indices: Uint8Array.from([...rows.join("")].map((letter) => Number(letter) || 0)),
});
/** @param {Mask} mask */
const rowsOf = ({ width, height, indices }) =>
  Array.from({ length: height }, (_, y) =>
    [...indices.subarray(y * width, (y + 1) * width)].map((index) => index || ".").join(""),
  );

test("a brush marks exactly the pixels whose centre is within it, and the one that is touched", () => {
  forRandom(
    300,
    (whole) => ({
      from: { x: whole(-100, 500) / 10, y: whole(-100, 400) / 10 },
      to: { x: whole(-100, 500) / 10, y: whole(-100, 400) / 10 },
      diameter: whole(1, 200) / 10,
    }),
    ({ from, to, diameter }) => {
      const mask = emptyMask(SIZE);
      const area = paintStroke(mask, from, to, diameter, 3);
      for (let y = 0; y < SIZE.height; y++) {
        for (let x = 0; x < SIZE.width; x++) {
          const marked = mask.indices[y * SIZE.width + x] === 3;
          const distance = distanceToLine({ x: x + 0.5, y: y + 0.5 }, from, to);
          const touched = Math.floor(to.x) === x && Math.floor(to.y) === y;
          if (Math.abs(distance - diameter / 2) > 1e-9)
            assert.equal(marked, touched || distance < diameter / 2, `${x}, ${y}`);
          if (marked) {
            assert.ok(area && x >= area.left && x < area.right);
            assert.ok(y >= area.top && y < area.bottom);
          }
        }
      }
    },
  );
});

/**
 * By the ends, and where the point is beside the line, by the area of their triangle.
 * @type {(point: Point, from: Point, to: Point) => number}
 */
function distanceToLine(point, from, to) {
  /** @type {(a: Point, b: Point) => number} */
  const between = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);
  const [a, b, c] = [between(point, from), between(point, to), between(from, to)];
  if (c === 0 || a ** 2 >= b ** 2 + c ** 2 || b ** 2 >= a ** 2 + c ** 2) return Math.min(a, b);
  const doubled = (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x);
  return Math.abs(doubled) / c;
}

test("a stroke outside of the picture changes nothing", () => {
  const mask = emptyMask(SIZE);
  assert.equal(paintStroke(mask, { x: -50, y: 5 }, { x: -20, y: 5 }, 10, 1), null);
  assert.equal(countPixels(mask).size, 0);
});

test("a fill stays inside a thin slanted outline, and takes what has another class there", () => {
  const mask = drawn([
    "........",
    "...1....",
    "..1.1...",
    ".1..21..",
    "..1.1...",
    "...1....",
    "........",
  ]);
  assert.deepEqual(fillOutline(mask, { x: 3.5, y: 3.5 }, 1), {
    left: 2,
    top: 2,
    right: 4,
    bottom: 5,
  });
  assert.deepEqual(rowsOf(mask).slice(2, 5), ["..111...", ".11121..", "..111..."]);
  assert.ok(fillOutline(mask, { x: 4.2, y: 3.9 }, 1));
  assert.equal(rowsOf(mask)[3], ".11111..");
  assert.equal(fillOutline(mask, { x: 4.2, y: 3.9 }, 1), null, "it is filled already");
});

test("an open outline is not filled, but one that ends at the picture's edge is", () => {
  const open = drawn(["......", "..11..", ".1..1.", "..1...", "......"]);
  const before = rowsOf(open);
  assert.equal(fillOutline(open, { x: 2.5, y: 2.5 }, 1), "open");
  assert.deepEqual(rowsOf(open), before);
  const corner = drawn(["..1...", "..1...", "11....", "......", "......"]);
  assert.ok(fillOutline(corner, { x: 0, y: 0 }, 2));
  assert.deepEqual(rowsOf(corner).slice(0, 3), ["221...", "221...", "11...."]);
  assert.equal(fillOutline(corner, { x: -1, y: 0 }, 2), null);
});

test("a fill finds every pixel of a region that winds", () => {
  forRandom(
    200,
    (whole) => ({
      cells: Array.from({ length: 18 * 12 }, () => (whole(0, 2) ? 0 : 1)),
      x: whole(0, 17),
      y: whole(0, 11),
    }),
    ({ cells, x, y }) => {
      const mask = { width: 18, height: 12, indices: Uint8Array.from(cells) };
      const value = mask.indices[y * 18 + x];
      const expected = Uint8Array.from(cells);
      const waiting = [[x, y]];
      let filled = 0;
      for (let cell = waiting.pop(); cell; cell = waiting.pop()) {
        const [column, row] = cell;
        if (column < 0 || row < 0 || column >= 18 || row >= 12) continue;
        if (expected[row * 18 + column] !== value) continue;
        expected[row * 18 + column] = 9;
        filled++;
        waiting.push([column + 1, row], [column - 1, row], [column, row + 1], [column, row - 1]);
      }
      const result = fillOutline(mask, { x, y }, 9);
      if (result === "open") assert.ok(filled > (18 * 12) / 2);
      else assert.deepEqual(mask.indices, expected);
    },
  );
});

test("an area comes back from its runs unchanged", () => {
  forRandom(
    200,
    (whole) => {
      const left = whole(0, 38);
      const top = whole(0, 28);
      return {
        area: { left, top, right: whole(left + 1, 40), bottom: whole(top + 1, 30) },
        seed: Array.from({ length: 40 * 30 }, () => (whole(0, 6) ? 0 : whole(1, 3))),
      };
    },
    ({ area, seed }) => {
      const mask = { ...SIZE, indices: Uint8Array.from(seed) };
      const runs = encodeArea(mask, area);
      paintStroke(mask, { x: 0, y: 0 }, { x: 40, y: 30 }, 30, 7);
      const painted = mask.indices.slice();
      decodeArea(mask, area, runs);
      for (let y = 0; y < 30; y++) {
        for (let x = 0; x < 40; x++) {
          const inside = x >= area.left && x < area.right && y >= area.top && y < area.bottom;
          assert.equal(mask.indices[y * 40 + x], (inside ? seed : painted)[y * 40 + x]);
        }
      }
    },
  );
  assert.deepEqual(
    encodeArea(drawn(["..11", "1..."]), { left: 0, top: 0, right: 4, bottom: 2 }),
    [0, 2, 1, 3, 0, 3],
  );
});

test("the file's pixels say the indices, and transparent ones are background", () => {
  const mask = drawn([".12", "3.."]);
  const pixels = pixelsOfMask(mask);
  assert.deepEqual([...pixels.subarray(0, 12)], [0, 0, 0, 255, 1, 1, 1, 255, 2, 2, 2, 255]);
  assert.deepEqual(maskFromPixels(mask, pixels), mask);
  pixels[4 * 3 + 3] = 0;
  assert.deepEqual(rowsOf(maskFromPixels(mask, pixels)), [".12", "..."]);
});

test("each class is painted in its colour, and background not at all", () => {
  const classes = withClass(withClass([], "crack"), "dent");
  const pixels = paintedPixels(
    drawn([".12", "..."]),
    { left: 1, top: 0, right: 3, bottom: 2 },
    classes,
  );
  assert.deepEqual([...pixels.subarray(0, 8)], [0xe6, 0x19, 0x4b, 255, 0x3c, 0xb4, 0x4b, 255]);
  assert.ok(pixels.subarray(8).every((value) => value === 0));
});

test("a new class has the lowest free index and a colour of its own", () => {
  const classes = [{ index: 2, name: "dent", color: "#E6194B" }];
  const more = withClass(classes, "crack");
  assert.deepEqual(more[1], { index: 1, name: "crack", color: "#3cb44b" });
  assert.equal(withClass(more, "dent"), more);
  let all = more;
  for (let number = 0; number < 80; number++) all = withClass(all, `class ${number}`);
  assert.equal(all.length, 63, "as many as a mask's file can tell");
  assert.equal(new Set(all.map(({ color }) => color.toLowerCase())).size, 63);
  assert.ok(all.every(({ color }) => /^#[0-9a-f]{6}$/i.test(color)));
});

test("the brush goes from a pixel to a quarter of the shorter side", () => {
  assert.equal(brushDiameter(0, { width: 2000, height: 1200 }), 1);
  assert.equal(brushDiameter(100, { width: 2000, height: 1200 }), 300);
  assert.equal(brushDiameter(100, { width: 3, height: 3 }), 2);
});

test("the summary names the largest class first", () => {
  const classes = withClass(withClass([], "crack"), "dent");
  assert.equal(describeMask(countPixels(drawn(["122", "2.."])), classes), "dent 3 px, crack 1 px");
  assert.equal(describeMask(countPixels(emptyMask(SIZE)), classes), "");
});

test("every act can be undone, one after the other", () => {
  forRandom(
    60,
    (whole) =>
      Array.from({ length: whole(1, 12) }, () => ({
        act: whole(0, 3),
        points: Array.from({ length: 3 }, () => ({ x: whole(-5, 45), y: whole(-5, 35) })),
        diameter: whole(1, 12),
        index: whole(0, 3),
      })),
    (acts) => {
      const drawing = new MaskDrawing(emptyMask(SIZE));
      const states = [drawing.mask.indices.slice()];
      for (const { act, points, diameter, index } of acts) {
        if (act === 0) drawing.fill(points[0], index);
        else if (act === 1) drawing.clear();
        else {
          drawing.begin();
          drawing.stroke(points[0], points[1], diameter, index);
          drawing.stroke(points[1], points[2], diameter, index);
          if (act === 2) drawing.end();
          else drawing.cancel();
        }
        const now = drawing.mask.indices.slice();
        if (act === 3) assert.deepEqual(now, states.at(-1), "a cancelled act leaves nothing");
        states.push(now);
      }
      while (drawing.canUndo) drawing.undo();
      assert.deepEqual(drawing.mask.indices, states[0]);
      assert.equal(drawing.undo(), null);
    },
  );
  const drawing = new MaskDrawing(drawn(["11..", "...."]));
  assert.deepEqual(drawing.clear(), wholeArea(drawing.mask));
  assert.equal(countPixels(drawing.mask).size, 0);
  drawing.undo();
  assert.deepEqual(rowsOf(drawing.mask), ["11..", "...."]);
});
