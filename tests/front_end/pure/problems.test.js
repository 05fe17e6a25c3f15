import assert from "node:assert/strict";
import { test } from "node:test";
import { problemsAt } from "../../../webui/static/app/pure/problems.js";

test("problems stand at their rule, and a rule's number is no prefix of another's", () => {
  const problems = {
    "detection.rules.1.at_most": ["it is below at_least", "too small"],
    "detection.rules.10.zone": ["outside"],
    "detection.rules.1": ["doubled"],
    threshold: ["negative"],
  };
  assert.deepEqual(problemsAt(problems, "detection.rules.1"), {
    at_most: "it is below at_least; too small",
    "": "doubled",
  });
  assert.deepEqual(problemsAt(problems, "detection.rules.10"), { zone: "outside" });
  assert.deepEqual(problemsAt(problems, "detection.part"), {});
});
