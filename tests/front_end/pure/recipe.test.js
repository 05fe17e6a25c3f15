import assert from "node:assert/strict";
import { test } from "node:test";
import { differs, rulesCanFail, runningRecipe } from "../../../webui/static/app/pure/recipe.js";

const RULE = {
  name: "scratch",
  at_least: 0,
  at_most: /** @type {number | null} */ (null),
  minimum_score: null,
  minimum_size_px: null,
  maximum_size_px: null,
  zone: null,
};
/** @param {object} change */
const detectionWith = (change) => ({
  detection: {
    model: { name: "screws", version: 1 },
    rules: [RULE, { ...RULE, ...change }],
    part: null,
  },
});

test("a station without a status or a recipe begins with one that inspects nothing", () => {
  for (const status of [null, undefined]) {
    const recipe = runningRecipe(status);
    assert.equal(recipe.name, "default");
    assert.equal(recipe.model, null);
    assert.equal(recipe.safe_output, "NG");
  }
});

test("changes are found under their key, and null is the same as nothing", () => {
  const before = { acquisition: { gain_db: 1, roi: null }, outputs: [{ line: 1 }] };
  const after = { acquisition: { gain_db: 2 }, outputs: [{ line: 1 }] };
  assert.ok(differs(before, after, "acquisition.gain_db"));
  assert.ok(differs(before, after, "acquisition"));
  assert.ok(!differs(before, after, "acquisition.roi"));
  assert.ok(!differs(before, after, "outputs"));
  assert.ok(!differs(before, after, "missing.key"));
});

test("rules that a part can break do without an anomaly model", () => {
  assert.ok(!rulesCanFail({ detection: null }));
  assert.ok(!rulesCanFail(detectionWith({})));
  assert.ok(rulesCanFail(detectionWith({ at_least: 1 })));
  assert.ok(rulesCanFail(detectionWith({ at_most: 0 })));
});
