import assert from "node:assert/strict";
import { test } from "node:test";
import {
  moved,
  putBack,
  swipeVerdict,
  withFurther,
  without,
} from "../../../webui/static/app/pure/review_queue.js";

const WALL = { entries: [{ seq: 9 }, { seq: 7 }, { seq: 4 }], current: 1 };
const seqs = (/** @type {{entries: {seq: number}[]}} */ { entries }) =>
  entries.map(({ seq }) => seq);

test("the part after an answered one takes its place; the present one stays the present one", () => {
  assert.deepEqual(without(WALL, 7), { entries: [{ seq: 9 }, { seq: 4 }], current: 1 });
  assert.deepEqual(without(WALL, 9), { entries: [{ seq: 7 }, { seq: 4 }], current: 0 });
  assert.equal(without({ ...WALL, current: 2 }, 4).current, 1);
  assert.deepEqual(without({ entries: [{ seq: 1 }], current: 0 }, 1), { entries: [], current: 0 });
});

test("an answer that is taken back returns to its place, and is asked for", () => {
  const back = putBack(without(WALL, 7), { seq: 7 });
  assert.deepEqual([seqs(back), back.current], [[9, 7, 4], 1]);
  assert.deepEqual(seqs(putBack(WALL, { seq: 1 })), [9, 7, 4, 1]);
});

test("further parts come at the end, none of them twice", () => {
  assert.deepEqual(seqs(withFurther(WALL, [{ seq: 4 }, { seq: 2 }])), [9, 7, 4, 2]);
});

test("the keys stop at the ends of the wall", () => {
  assert.deepEqual(
    [moved(WALL, -5).current, moved(WALL, 1).current, moved(WALL, 9).current],
    [0, 2, 2],
  );
});

test("only a long way of the finger answers: right OK, left NG", () => {
  assert.deepEqual([20, -40, 120, -120].map(swipeVerdict), [null, null, "OK", "NG"]);
});
