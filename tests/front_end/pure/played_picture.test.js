import assert from "node:assert/strict";
import { test } from "node:test";
import { playedWords } from "../../../webui/static/app/pure/played_picture.js";

test("a played folder says which picture it shows and what follows the last", () => {
  const played = { name: "部品-7.png", number: 7, count: 60, loop: true };
  assert.equal(playedWords(played), "部品-7.png, picture 7 of 60.");
  assert.match(playedWords({ ...played, number: 60 }), /begins with the first again\.$/);
  assert.match(playedWords({ ...played, number: 60, loop: false }), /This is the last one\.$/);
  assert.equal(
    playedWords({ ...played, name: "film.avi, frame 7", count: null }),
    "film.avi, frame 7.",
  );
});
