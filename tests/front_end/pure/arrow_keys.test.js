import assert from "node:assert/strict";
import { test } from "node:test";
import { indexByKey } from "../../../webui/static/app/pure/arrow_keys.js";

test("arrow keys go round, Home and End to the ends", () => {
  assert.equal(indexByKey("ArrowRight", 0, 3), 1);
  assert.equal(indexByKey("ArrowDown", 2, 3), 0);
  assert.equal(indexByKey("ArrowLeft", 0, 3), 2);
  assert.equal(indexByKey("ArrowUp", 1, 3), 0);
  assert.equal(indexByKey("Home", 2, 3), 0);
  assert.equal(indexByKey("End", 0, 3), 2);
});

test("other keys lead nowhere, and nothing leads into an empty group", () => {
  assert.equal(indexByKey("Enter", 0, 3), null);
  assert.equal(indexByKey("a", 0, 3), null);
  assert.equal(indexByKey("ArrowRight", -1, 0), null);
});
