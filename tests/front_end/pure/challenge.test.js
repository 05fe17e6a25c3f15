import assert from "node:assert/strict";
import { test } from "node:test";
import { checkedParts, expectation, nextPart } from "../../../webui/static/app/pure/challenge.js";

/** @typedef {ChallengeReport["parts"][number]} Part */

/** @type {Part} */
const GOOD = { name: "good", expected: "OK", failed_rule: null };
/** @type {Part} */
const BENT = { name: "bent", expected: "NG", failed_rule: "dent" };
/** @type {(part: Part, passed: boolean, trigger_id: number) => ChallengeCheck} */
const check = (part, passed, trigger_id) => ({
  part,
  passed,
  trigger_id,
  outcome: part.expected,
  reason: null,
  failed_rules: [],
  score: null,
  threshold: null,
  inspection_id: "",
  author: "anna",
  checked_at: "",
});

test("the last check of a part decides", () => {
  const checks = [check(BENT, true, 1), check(GOOD, true, 2), check(BENT, false, 3)];
  const parts = checkedParts({ parts: [GOOD, BENT], checks });
  assert.deepEqual(
    parts.map((part) => [part.name, part.check?.passed, part.check?.trigger_id]),
    [
      ["good", true, 2],
      ["bent", false, 3],
    ],
  );
  assert.equal(checkedParts({ parts: [GOOD], checks: [] })[0].check, null);
});

test("the chosen part is next until it is judged right, else the first one", () => {
  const none = checkedParts({ parts: [GOOD, BENT], checks: [] });
  assert.equal(nextPart(none, null)?.name, "good");
  assert.equal(nextPart(none, "bent")?.name, "bent");
  const one = checkedParts({ parts: [GOOD, BENT], checks: [check(BENT, true, 1)] });
  assert.equal(nextPart(one, "bent")?.name, "good");
  const checks = [check(BENT, true, 1), check(GOOD, true, 2)];
  assert.equal(nextPart(checkedParts({ parts: [GOOD, BENT], checks }), "good"), null);
});

test("what a part has to get", () => {
  assert.equal(expectation(GOOD), "OK");
  assert.equal(expectation(BENT), "NG by dent");
});
