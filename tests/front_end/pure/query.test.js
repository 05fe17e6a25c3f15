import assert from "node:assert/strict";
import { test } from "node:test";
import { query } from "../../../webui/static/app/pure/query.js";

test("a query has what is set, zero and false among it", () => {
  assert.equal(
    query({ limit: 0, boxed: false, label: "", split: null, batch: undefined }),
    "?limit=0&boxed=false",
  );
  assert.equal(query({ label: null }), "");
});

test("values reach the station as they are", () => {
  const batch = "lot 7 & 8 / ü+";
  assert.equal(new URLSearchParams(query({ batch })).get("batch"), batch);
});
