import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { conditionWords } from "../../../webui/static/app/pure/condition_words.js";
import { addTexts, beginTexts } from "../../../webui/static/app/texts/texts.js";

/** @type {Pick<Condition, "severity" | "since">} */
const OTHERS = { severity: "warning", since: "2026-11-30T12:00:00Z" };
/** @type {Condition} */
const AWAY = {
  ...OTHERS,
  code: "sink_away",
  message: "mqtt: not connected, 1 results wait",
  values: { case: "away", name: "mqtt", count: 1 },
};
/** @type {Condition} */
const TWO_AWAY = { ...AWAY, message: "mqtt: refused; csv: no disk", values: {} };

test("in English a condition says what the station says", () => {
  assert.equal(conditionWords(AWAY), AWAY.message);
  assert.equal(conditionWords(TWO_AWAY), TWO_AWAY.message);
});

test("in another language its sentence is translated, or at least what it is about", async () => {
  const file = new URL("../../../webui/static/app/texts/de.ftl", import.meta.url);
  beginTexts("de");
  addTexts(await readFile(file, "utf8"));
  assert.equal(conditionWords(AWAY), "mqtt: nicht verbunden, 1 Ergebnis wartet");
  assert.match(conditionWords(TWO_AWAY), /^Empfänger nicht erreichbar: mqtt: refused; csv/);
});
