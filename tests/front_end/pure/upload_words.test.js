import assert from "node:assert/strict";
import { test } from "node:test";
import { byReason, uploadWords } from "../../../webui/static/app/pure/upload_words.js";

const HALF = { total: 300, added: 124, refused: [1, 2], running: true, cancelled: false };

test("an upload says how far it is, and how it ended", () => {
  assert.equal(uploadWords(HALF, "parts"), "Adding pictures to parts: 124 of 300, 2 refused");
  assert.match(
    uploadWords({ ...HALF, running: false, cancelled: true }, "parts"),
    /cancelled: 124 of 300, 2 refused\. The pictures added so far stay\./,
  );
});

test("every refused name is told, under its reason", () => {
  const told = [
    { item: "set/a.png", reason: "a.png: the file is empty" },
    { item: "Größe.txt", reason: "Not an image." },
    { item: "b.png", reason: "b.png: the file is empty" },
  ];
  assert.deepEqual(
    byReason(told, (name) => name),
    [
      ["The file is empty", ["set/a.png", "b.png"]],
      ["Not an image.", ["Größe.txt"]],
    ],
  );
});
