import assert from "node:assert/strict";
import { test } from "node:test";
import { classesOf, sayCount } from "../../../webui/static/app/pure/detection.js";

test("the classes are those of the version that the recipe names", () => {
  const detectors = [
    { name: "screws", version: 1, classes: ["screw"] },
    { name: "screws", version: 2, classes: ["screw", "washer"] },
  ];
  assert.deepEqual(classesOf({ model: { name: "screws", version: 2 } }, detectors), [
    "screw",
    "washer",
  ]);
  assert.equal(classesOf({ model: { name: "screws", version: 3 } }, detectors), null);
  assert.equal(classesOf(null, detectors), null);
});

test("every allowed number of objects has its words", () => {
  const cases = /** @type {const} */ ([
    [0, 0, "none allowed"],
    [1, 1, "exactly 1"],
    [2, null, "2 or more"],
    [1, 3, "1 to 3"],
    [0, 3, "at most 3"],
    [0, null, "any number (shown only)"],
  ]);
  for (const [at_least, at_most, words] of cases) {
    assert.equal(sayCount({ at_least, at_most }), words);
  }
});
