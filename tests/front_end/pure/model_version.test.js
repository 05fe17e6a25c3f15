import assert from "node:assert/strict";
import { test } from "node:test";
import {
  keyOf,
  missingWords,
  versionOf,
  versionWords,
} from "../../../webui/static/app/pure/model_version.js";

const LIDS = { name: "部品 lids", version: 1234 };

test("a version is the same again after it was a choice", () => {
  assert.deepEqual(versionOf(keyOf(LIDS)), LIDS);
  assert.equal(keyOf(null), "");
  assert.equal(keyOf(undefined), "");
});

test("a version is a name and no count", () => {
  assert.equal(versionWords(LIDS), "部品 lids version 1234");
  assert.equal(missingWords(LIDS), "部品 lids version 1234 (missing)");
});
