import assert from "node:assert/strict";
import { test } from "node:test";
import { standingOf } from "../../../webui/static/app/pure/plate.js";

const PART = { trigger_id: 33, triggered_at: "2026-03-02T13:45:00Z", challenge: null };
const HEARD = new Date(2026, 2, 2, 13, 45, 31);
const status = /** @type {const} */ ({
  mode: "inspect",
  now: "2026-03-02T13:52:30Z",
  run_started_at: "2026-03-02T13:00:00Z",
});

test("the newest part of a line that inspects and is heard is the present one", () => {
  assert.deepEqual(standingOf(PART, status, true, HEARD), {
    isPresent: true,
    caption: "Part 33",
  });
});

test("after a stop, and before the first part of another run, the verdict is one of before", () => {
  const past = { isPresent: false, caption: "Last part, 7 min ago" };
  assert.deepEqual(standingOf(PART, { ...status, mode: "live" }, true, HEARD), past);
  assert.deepEqual(standingOf(PART, { ...status, mode: "collect" }, true, HEARD), past);
  const restarted = { ...status, run_started_at: "2026-03-02T13:50:00Z" };
  assert.deepEqual(standingOf(PART, restarted, true, HEARD), past);
});

test("the verdict on a challenge part is none on production", () => {
  const challenge = { name: "bent", challenge_id: 1, author: "anna", failed_rule: null };
  const part = { ...PART, challenge: /** @type {const} */ ({ ...challenge, expected: "NG" }) };
  assert.deepEqual(standingOf(part, status, true, HEARD), {
    isPresent: false,
    caption: "Challenge part",
  });
});

test("of a station that isn't heard no verdict is the present one", () => {
  const silent = { isPresent: false, caption: "Last heard 13:45:31" };
  assert.deepEqual(standingOf(PART, status, false, HEARD), silent);
  assert.deepEqual(standingOf(PART, null, true, HEARD), silent);
});
