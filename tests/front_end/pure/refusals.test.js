import assert from "node:assert/strict";
import { test } from "node:test";
import { refusalsAsCsv, refusalsAsText } from "../../../webui/static/app/pure/refusals.js";

const REFUSALS = [
  { where: "line 3", reason: 'the label is "maybe", not normal' },
  { where: "=cmd|' /C calc'!A0.png", reason: "is no picture" },
];

test("a spreadsheet reads each refusal as two texts and runs none", () => {
  assert.equal(
    refusalsAsCsv(REFUSALS),
    '"where","reason"\r\n' +
      '"line 3","the label is ""maybe"", not normal"\r\n' +
      `"'=cmd|' /C calc'!A0.png","is no picture"\r\n`,
  );
});

test("as text each refusal is a line", () => {
  assert.equal(refusalsAsText(REFUSALS.slice(0, 1)), 'line 3: the label is "maybe", not normal\n');
  assert.equal(refusalsAsText([]), "");
});
