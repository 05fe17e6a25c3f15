import assert from "node:assert/strict";
import { test } from "node:test";
import { addToStrip } from "../../../webui/static/app/pure/part_strip.js";

test("the strip has the newest parts first and forgets the oldest", () => {
  let strip = /** @type {{seq: number}[]} */ ([]);
  const shown = [1, 2, 2, 3, 1, 4].map((seq) => {
    strip = addToStrip(strip, { seq }, 3);
    return strip.map((entry) => entry.seq).join(" ");
  });
  assert.deepEqual(shown, ["1", "2 1", "2 1", "3 2 1", "3 2 1", "4 3 2"]);
});
