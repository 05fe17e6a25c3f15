import assert from "node:assert/strict";
import { test } from "node:test";
import { createOrder } from "../../../webui/static/app/state/in_order.js";

test("an act begins when the one before has ended, even by an error", async () => {
  const inOrder = createOrder();
  /** @type {string[]} */
  const heard = [];
  const slow = inOrder(async () => {
    await new Promise((done) => setTimeout(done, 20));
    heard.push("label");
    throw new Error("refused");
  });
  const quick = inOrder(async () => heard.push("trigger"));
  await assert.rejects(slow, /refused/);
  assert.equal(await quick, 2);
  assert.deepEqual(heard, ["label", "trigger"]);
});
