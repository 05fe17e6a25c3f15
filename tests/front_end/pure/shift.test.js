import assert from "node:assert/strict";
import { test } from "node:test";
import { ruleWords } from "../../../webui/static/app/pure/shift.js";

test("the most frequent class comes first", () => {
  assert.equal(ruleWords({ dent: 3, scratch: 12, hole: 3 }), "scratch 12, dent 3, hole 3");
  assert.equal(ruleWords({}), "–");
});
