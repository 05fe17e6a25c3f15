import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { nameProblem, normalizedName } from "../../../webui/static/app/pure/names.js";

const NAMES = JSON.parse(
  readFileSync(new URL("../../support/names.json", import.meta.url), "utf8"),
);

test("the pages allow the names that the station allows, and change them alike", () => {
  for (const [typed, stored] of Object.entries(NAMES.allowed)) {
    assert.equal(nameProblem(typed), "", typed);
    assert.equal(normalizedName(typed), stored);
  }
  for (const typed of NAMES.refused) assert.notEqual(nameProblem(typed), "", typed);
});
