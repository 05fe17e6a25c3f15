import assert from "node:assert/strict";
import { test } from "node:test";
import { runningRecipe } from "../../../webui/static/app/pure/recipe.js";
import { recipeDifferences } from "../../../webui/static/app/pure/recipe_comparison.js";

const FIRST = runningRecipe(null);
const PULSE = /** @type {OutputSettings} */ (
  /** @type {unknown} */ ({ type: "gpio", line: 3, pulse_ms: 100, speed_mm_s: 20 })
);

/** @type {(change: Partial<Recipe>, before?: Recipe) => string[]} */
const differences = (change, before = FIRST) =>
  recipeDifferences(before, { ...before, ...change }).map(
    ({ field, before: was, after }) => `${field}: ${was} -> ${after}`,
  );

test("only what differs is listed, with its unit", () => {
  assert.deepEqual(differences({}), []);
  const acquisition = { ...FIRST.acquisition, exposure_us: 900.5, gain_db: 2 };
  assert.deepEqual(differences({ acquisition, safe_output: "NONE", time_limit_ms: 40 }), [
    "Signal without a verdict: NG -> NONE",
    "Camera, exposure: not set -> 900.5 µs",
    "Camera, gain: not set -> 2 dB",
    "Time limit: not set -> 40 ms",
  ]);
});

test("a name and a note are of the version, and no setting", () => {
  assert.deepEqual(differences({ name: "lids", note: "Version 1 restored" }), []);
});

test("settings inside of one that was not set are listed one by one", () => {
  const alarms = { ng_of_last: { limit: 5, parts: 50 }, consecutive_ng: null, stop: false };
  assert.deepEqual(differences({ alarms }), [
    "Alarms, NG among the last parts, limit: not set -> 5",
    "Alarms, NG among the last parts, parts: not set -> 50",
    "Alarms, stop: not set -> no",
  ]);
  assert.deepEqual(differences({ alarms: null }, { ...FIRST, alarms }).length, 3);
});

test("items of a list are counted from one, and a model is one value", () => {
  const before = { ...FIRST, outputs: [PULSE], model: { name: "cells", version: 3 } };
  const outputs = [{ ...PULSE, pulse_ms: 250 }];
  assert.deepEqual(differences({ outputs, model: { name: "cells", version: 4 } }, before), [
    "Model: cells version 3 -> cells version 4",
    "Output 1, pulse: 100 ms -> 250 ms",
  ]);
  assert.ok(differences({ outputs: [] }, before).includes("Output 1, speed: 20 mm/s -> not set"));
});
