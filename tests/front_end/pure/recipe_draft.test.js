import assert from "node:assert/strict";
import { test } from "node:test";
import { runningRecipe } from "../../../webui/static/app/pure/recipe.js";
import {
  draftOffer,
  readDraft,
  runningVersion,
} from "../../../webui/static/app/pure/recipe_draft.js";

const RECIPE = runningRecipe(null);
const DRAFT = {
  from: "default/3",
  changedAt: "2026-11-30T12:40:00Z",
  recipe: { ...RECIPE, threshold: 2.5 },
};

/** @type {(version: number, recipe?: Recipe) => StationStatus} */
const running = (version, recipe = RECIPE) =>
  /** @type {StationStatus} */ (/** @type {unknown} */ ({ recipe: { version, recipe } }));

test("a kept draft is read as it was, and nothing else is", () => {
  assert.deepEqual(readDraft(JSON.stringify(DRAFT)), DRAFT);
  assert.equal(readDraft(null), null);
  assert.equal(readDraft("{"), null);
  assert.equal(readDraft(JSON.stringify({ ...DRAFT, recipe: null })), null);
  // Of versions of okng that named versions otherwise, and with other settings.
  assert.equal(readDraft(JSON.stringify({ ...DRAFT, from: "default version 3" })), null);
  assert.equal(readDraft(JSON.stringify({ ...DRAFT, recipe: { ...RECIPE, zoom: 2 } })), null);
});

test("a draft is offered with what it would change", () => {
  const offer = draftOffer(DRAFT, running(3));
  assert.deepEqual(offer?.differences, [{ field: "Threshold", before: "not set", after: "2.5" }]);
  assert.equal(offer?.overtaken, null);
});

test("a recipe that has changed since is told", () => {
  const overtaken = { from: "default/3", running: "default/4" };
  assert.deepEqual(draftOffer(DRAFT, running(4))?.overtaken, overtaken);
  // Another recipe may have the same number.
  const lids = { ...RECIPE, name: "lids" };
  assert.equal(draftOffer(DRAFT, running(3, lids))?.overtaken?.running, "lids/3");
  assert.equal(runningVersion(null), null);
});

test("what the station runs with by now is not offered", () => {
  assert.equal(draftOffer(DRAFT, running(4, DRAFT.recipe)), null);
});
