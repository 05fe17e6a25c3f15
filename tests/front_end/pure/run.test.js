import assert from "node:assert/strict";
import { test } from "node:test";
import { addToStrip, countEntry, newRun } from "../../../webui/static/app/pure/run.js";
import { forRandom } from "../random.js";

const OUTCOMES = /** @type {const} */ (["OK", "NG", "ERROR", "MISSED"]);

test("every part is counted once, however often it is told", () => {
  forRandom(
    200,
    (whole) =>
      Array.from({ length: 50 }, (_, index) => ({
        seq: 11 + index,
        outcome: OUTCOMES[whole(0, 3)],
        times: whole(1, 3),
      })),
    (parts) => {
      let run = newRun(10);
      for (const { seq, outcome, times } of parts) {
        for (let time = 0; time < times; time++) {
          run = countEntry(run, { seq, inspection: { outcome, challenge: null } });
        }
      }
      assert.equal(run.lastSeq, 60);
      for (const outcome of OUTCOMES) {
        const told = parts.filter(
          (/** @type {{outcome: string}} */ part) => part.outcome === outcome,
        );
        assert.equal(run.counts[outcome], told.length);
      }
    },
  );
});

test("parts of before the run are not counted, and runs share no counts", () => {
  const run = newRun(10);
  const ng = /** @type {const} */ ({ outcome: "NG", challenge: null });
  assert.equal(countEntry(run, { seq: 10, inspection: ng }), run);
  countEntry(run, { seq: 11, inspection: ng });
  assert.deepEqual(newRun(0).counts, { OK: 0, NG: 0, ERROR: 0, MISSED: 0 });
});

test("challenge parts are no parts of the run", () => {
  const challenge = { name: "bent", challenge_id: 1, author: "anna", failed_rule: null };
  const inspection = /** @type {const} */ ({
    outcome: "NG",
    challenge: { ...challenge, expected: "NG" },
  });
  const run = countEntry(newRun(10), { seq: 11, inspection });
  assert.deepEqual([run.lastSeq, run.counts.NG], [11, 0]);
});

test("the strip has the newest parts first and forgets the oldest", () => {
  let strip = /** @type {{seq: number}[]} */ ([]);
  const shown = [1, 2, 2, 3, 1, 4].map((seq) => {
    strip = addToStrip(strip, { seq }, 3);
    return strip.map((entry) => entry.seq).join(" ");
  });
  assert.deepEqual(shown, ["1", "2 1", "2 1", "3 2 1", "3 2 1", "4 3 2"]);
});
