import assert from "node:assert/strict";
import { test } from "node:test";
import { createStore } from "../../../webui/static/app/state/store.js";

test("followers hear each value in order until they leave", () => {
  const store = createStore(1);
  /** @type {number[]} */
  const heard = [];
  const leave = store.follow((value) => heard.push(value));
  store.set(2);
  store.set((value) => value * 10);
  leave();
  store.set(3);
  assert.deepEqual(heard, [2, 20]);
  assert.equal(store.get(), 3);
});
