import assert from "node:assert/strict";
import { test } from "node:test";
import { publicKeyIn } from "../../../webui/static/app/pure/public_key.js";

const KEY = `okng-ed25519 ${"A".repeat(43)}=`;

test("the key of an unknown station is taken whole out of the refusal", () => {
  assert.equal(publicKeyIn(`signed by a key that this station doesn't trust: ${KEY}. If`), KEY);
});

test("a refusal for another reason names no key", () => {
  assert.equal(publicKeyIn("discs-1.okng-model is no model package"), null);
  assert.equal(publicKeyIn("'okng-ed25519 AAAA' is no public key"), null);
});
