import assert from "node:assert/strict";
import { test } from "node:test";
import {
  chosenFiles,
  droppedFiles,
  labelOfPath,
  meant,
  whyNotSent,
} from "../../../webui/static/app/pure/dropped_files.js";

test("the innermost folder with a label's name decides", () => {
  assert.equal(labelOfPath("set/normal/1.png"), "normal");
  assert.equal(labelOfPath("set/NG/Kratzer/1.png"), "anomaly");
  assert.equal(labelOfPath("normal/anomaly/1.png"), "anomaly");
  assert.equal(labelOfPath("set/1.png"), null);
  assert.equal(labelOfPath("normal.png"), null);
});

test("files are refused here only for what the station would refuse anyway", () => {
  for (const name of ["a.png", "Größe.JPG", "部品.tiff", "b.c.bmp"])
    assert.equal(whyNotSent({ name, size: 1 }), null);
  assert.match(whyNotSent({ name: "notes.txt", size: 1 }) ?? "", /PNG, JPEG, BMP or TIFF/);
  assert.equal(whyNotSent({ name: "a.png", size: 0 }), "The file is empty.");
});

test("what operating systems leave in folders is nobody's picture", () => {
  const files = chosenFiles(
    ["a.png", ".DS_Store", "Thumbs.db", "._a.png"].map((name) => new File(["x"], name)),
  );
  assert.deepEqual(
    meant(files).map(({ path }) => path),
    ["a.png"],
  );
});

/**
 * An entry as browsers give it for what is dropped.
 * @param {string} fullPath
 * @param {(object | string)[][]} [batches] of a folder, each as one reading gives it
 * @returns {any}
 */
const entry = (fullPath, batches) => ({
  fullPath,
  isFile: !batches,
  file: (/** @type {(file: File) => void} */ take) => take(new File(["x"], fullPath)),
  createReader: () => {
    const left = [...(batches ?? []), []];
    return { readEntries: (/** @type {(some: unknown) => void} */ take) => take(left.shift()) };
  },
});

test("dropped folders are read to their end, with all that is below", async () => {
  const folder = entry("/set", [
    [entry("/set/normal", [[entry("/set/normal/10.png")], [entry("/set/normal/2.png")]])],
    [entry("/set/部品.png")],
  ]);
  const items = [folder, entry("/single.png")].map((one) => ({ webkitGetAsEntry: () => one }));
  const files = await droppedFiles(/** @type {any} */ ({ items, files: [] }));
  assert.deepEqual(
    files.map(({ path }) => path),
    ["set/normal/2.png", "set/normal/10.png", "set/部品.png", "single.png"],
  );
});
