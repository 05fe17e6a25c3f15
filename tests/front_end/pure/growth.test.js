import assert from "node:assert/strict";
import { test } from "node:test";
import { growthColumns } from "../../../webui/static/app/pure/growth.js";

const rejects = { expected_rate: 0.01, rejected: 0, unseen: 20, interval: { low: 0, high: 0.17 } };
const estimate = { value: 0.9, interval: { low: 0.7, high: 1 } };

test("rejects are drawn of a thousand parts, each with the ends of its interval", () => {
  const growth = [{ pictures: 20, false_rejects: rejects, auroc: null, found_share: null }];
  assert.deepEqual(growthColumns(growth, "rejects"), [[20], [170], [0], [10]]);
});

test("a figure that was unknown is a gap and no zero", () => {
  const known = { pictures: 25, false_rejects: rejects, auroc: estimate, found_share: null };
  const growth = [{ ...known, pictures: 20, auroc: null }, known];
  assert.deepEqual(growthColumns(growth, "auroc"), [
    [20, 25],
    [null, 1],
    [null, 0.7],
    [null, 0.9],
  ]);
  assert.deepEqual(growthColumns(growth, "found").at(-1), [null, null]);
});
