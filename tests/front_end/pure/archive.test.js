import assert from "node:assert/strict";
import { test } from "node:test";
import {
  durationOf,
  leftOut,
  linePoints,
  rejectsOf,
} from "../../../webui/static/app/pure/archive.js";

test("a duration is said in minutes, and in hours where it is long", () => {
  assert.deepEqual(durationOf(2), { unit: "minutes", count: 1 });
  assert.deepEqual(durationOf(61), { unit: "minutes", count: 2 });
  assert.deepEqual(durationOf(7199), { unit: "minutes", count: 120 });
  assert.deepEqual(durationOf(7201), { unit: "hours", count: 3 });
});

test("rejects are told of 1,000 parts, and not where there is none", () => {
  const counts = { ok_ok: 90, ok_ng: 2, ng_ok: 5, ng_ng: 3 };
  assert.deepEqual(rejectsOf(counts), { parts: 100, before: 80, after: 50 });
  assert.equal(rejectsOf({ ok_ok: 0, ok_ng: 0, ng_ok: 0, ng_ng: 0 }), null);
});

test("a line begins in the middle of its first day, with the highest value at the top", () => {
  assert.deepEqual(linePoints([0, 4, 2], 4, 300, 100), [
    [50, 100],
    [150, 0],
    [250, 50],
  ]);
  assert.deepEqual(linePoints([0], 0, 10, 100), [[5, 100]]);
});

test("the most frequent reason comes first, and one without a part is not told", () => {
  const scope = {
    ...{ without_picture: 3, other_region: 0, without_model: 0 },
    ...{ errors: 7, missed: 1, challenges: 0 },
  };
  assert.deepEqual(
    leftOut(scope).map(({ reason, count }) => [reason, count]),
    [
      ["errors", 7],
      ["without_picture", 3],
      ["missed", 1],
    ],
  );
});
