import assert from "node:assert/strict";
import { test } from "node:test";
import {
  chosenTile,
  localMinute,
  PERIODS,
  partsQuery,
  periodName,
  queueOf,
  queueQuery,
  reviewedShare,
  spanOf,
  TILES,
  tileChange,
} from "../../../webui/static/app/pure/results_filter.js";

const NOW = new Date(2026, 2, 10, 14, 20);
const SPAN = { from: "2026-03-10T06:00:00Z", to: null };
const SHIFT = { shift_start: "2026-03-10T06:00:00Z", shift_end: "2026-03-10T14:00:00Z" };
const local = (/** @type {number} */ day, hour = 0) => new Date(2026, 2, day, hour).toISOString();

test("periods begin and end where people expect it", () => {
  const span = (/** @type {string} */ period) => spanOf({ period }, NOW, SHIFT);
  assert.deepEqual(span("today"), { from: local(10), to: null });
  assert.deepEqual(span("yesterday"), { from: local(9), to: local(10) });
  assert.deepEqual(span("7d"), { from: local(4), to: null });
  assert.deepEqual(span("this_shift"), { from: SHIFT.shift_end, to: null });
  assert.deepEqual(span("last_shift"), { from: SHIFT.shift_start, to: SHIFT.shift_end });
  assert.deepEqual(spanOf({}, NOW, null), { from: local(9, 15), to: null });
});

test("each period has a name of its own, the usual one too", () => {
  const names = PERIODS.map(periodName);
  assert.equal(names[0], "Last 24 hours");
  assert.equal(new Set(names).size, PERIODS.length);
});

test("a range of one's own counts before a period, and a shift waits until it is known", () => {
  const range = { from: "2026-01-01T00:00:00Z", to: "2026-01-02T00:00:00Z" };
  assert.deepEqual(spanOf({ ...range, period: "today" }, NOW, null), range);
  assert.equal(spanOf({ period: "last_shift" }, NOW, null), null);
});

test("the tile of the filter is marked, and another one takes its parameters away", () => {
  const escapes = { outcome: "OK", human_verdict: "NG", recipe: "lids" };
  assert.equal(chosenTile(escapes)?.label(), "Passed but really NG");
  assert.equal(chosenTile({ recipe: "lids" })?.name, "total");
  assert.equal(chosenTile({ outcome: "NG", human_verdict: "NG" }), undefined);
  const ng = TILES.find(({ outcome }) => outcome === "NG");
  assert.ok(ng);
  assert.equal(chosenTile({ ...escapes, ...tileChange(ng) }), ng);
});

test("who searches for a part finds it whatever else is chosen", () => {
  assert.deepEqual(partsQuery({ search: "P7", outcome: "NG", recipe: "lids" }, SPAN), {
    search: "P7",
  });
  const asked = partsQuery({ tab: "review", outcome: "NG", recipe: "lids" }, SPAN);
  assert.deepEqual([asked.outcome, asked.recipe, asked.from], ["NG", "lids", SPAN.from]);
  assert.ok(!("tab" in asked));
});

test("a queue asks for what nobody has reviewed", () => {
  const near = queueQuery(queueOf({ to_review: "true" }), {}, SPAN);
  assert.deepEqual([near.to_review, near.reviewed], ["true", undefined]);
  const rejected = queueQuery(queueOf({ outcome: "NG" }), { recipe: "lids" }, SPAN);
  assert.deepEqual([rejected.outcome, rejected.reviewed, rejected.recipe], ["NG", "false", "lids"]);
});

test("the reviewed share is of the parts with a verdict", () => {
  const reviews = { true_accepts: 1, false_accepts: 1, true_rejects: 2, false_rejects: 1 };
  const summary = /** @type {ResultsSummary} */ ({ ...reviews, ok: 15, ng: 5, error: 80 });
  assert.equal(reviewedShare(summary), 0.25);
  assert.equal(reviewedShare({ ...summary, ok: 0, ng: 0 }), null);
});

test("a time is shown in its field as the wall clock has it", () => {
  assert.equal(localMinute(new Date(2026, 6, 1, 6, 30).toISOString()), "2026-07-01T06:30");
});
