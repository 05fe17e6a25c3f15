import assert from "node:assert/strict";
import { test } from "node:test";
import { ruleWords, shiftWords, showMinute } from "../../../webui/static/app/pure/shift.js";

// Without a zone: local time, as the page shows it.
const shift = (/** @type {string} */ shift_start, /** @type {string} */ shift_end) =>
  shiftWords({ shift_start, shift_end });

test("the most frequent class comes first", () => {
  assert.equal(ruleWords({ dent: 3, scratch: 12, hole: 3 }), "scratch 12, dent 3, hole 3");
  assert.equal(ruleWords({}), "–");
});

test("a shift within a day names its date once", () => {
  assert.equal(shift("2026-03-01T06:00:00", "2026-03-01T14:00:00"), "2026-03-01 06:00 to 14:00");
  assert.equal(
    shift("2026-03-01T22:00:00", "2026-03-02T06:00:00"),
    "2026-03-01 22:00 to 2026-03-02 06:00",
  );
});

test("times of shifts have no seconds", () => {
  assert.equal(showMinute("2026-03-01T06:00:00"), "2026-03-01 06:00");
});
