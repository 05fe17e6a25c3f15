import assert from "node:assert/strict";
import { test } from "node:test";

import { ActiveClock, IDLE_MS } from "../../../webui/static/app/pure/active_time.js";

test("time between acts counts, however many there are", () => {
  const clock = new ActiveClock(1000);
  for (const now of [1500, 3000, 3001, 9000]) clock.act(now);
  assert.equal(clock.time(10_000), 9000);
});

test("of a long pause only the first half minute counts", () => {
  const clock = new ActiveClock(0);
  clock.act(5000);
  clock.act(5000 + 10 * IDLE_MS);
  assert.equal(clock.time(6000 + 10 * IDLE_MS), 5000 + IDLE_MS + 1000);
});

test("time in which the page is hidden doesn't count", () => {
  const clock = new ActiveClock(0);
  clock.hide(true, 2000);
  clock.act(20_000);
  clock.hide(false, 100_000);
  assert.equal(clock.time(101_000), 3000);
});

test("somebody is idle after half a minute without an act, or with the page hidden", () => {
  const clock = new ActiveClock(0);
  assert.equal(clock.isIdle(IDLE_MS), false);
  assert.equal(clock.isIdle(IDLE_MS + 1), true);
  clock.hide(true, 10);
  assert.equal(clock.isIdle(11), true);
});

test("a moment before the last one takes nothing away", () => {
  const clock = new ActiveClock(5000);
  clock.act(8000);
  clock.act(1000);
  assert.equal(clock.time(2000), 4000);
});
