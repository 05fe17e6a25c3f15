import assert from "node:assert/strict";
import { test } from "node:test";
import { createUploadQueue } from "../../../webui/static/app/state/upload_queue.js";

class Unreachable extends Error {
  status = 0;
}

/**
 * A queue whose items are answered one by one, by the test.
 */
function answeredByHand() {
  /** @type {{item: string, signal: AbortSignal, resolve: (answer: {note: string | null}) => void, reject: (error: Error) => void}[]} */
  const sent = [];
  const queue = createUploadQueue(
    (/** @type {string} */ item, /** @type {AbortSignal} */ signal) =>
      new Promise((resolve, reject) => {
        sent.push({ item, signal, resolve, reject });
        signal.addEventListener("abort", () => reject(new DOMException("", "AbortError")));
      }),
  );
  return { queue, sent, settled: () => new Promise((done) => setTimeout(done)) };
}

test("one refused item doesn't stop the others, and can be tried again", async () => {
  const { queue, sent, settled } = answeredByHand();
  queue.add(["a", "b"], [{ item: "c", reason: "not an image" }]);
  sent[0].reject(new Error("damaged"));
  await settled();
  sent[1].resolve({ note: "12 of 16 bits" });
  await settled();
  const now = queue.progress.get();
  assert.deepEqual([now?.total, now?.added, now?.running], [3, 1, false]);
  assert.deepEqual(now?.refused, [
    { item: "c", reason: "not an image" },
    { item: "a", reason: "damaged" },
  ]);
  assert.deepEqual(now?.remarks, [{ item: "b", reason: "12 of 16 bits" }]);
  queue.retry();
  assert.deepEqual(
    sent.slice(2).map(({ item }) => item),
    ["c"],
  );
  assert.deepEqual(queue.progress.get()?.refused, []);
  assert.equal(queue.progress.get()?.total, 3);
});

test("a cancelled upload stops at once, and keeps what is in", async () => {
  const { queue, sent, settled } = answeredByHand();
  queue.add(["a", "b", "c"]);
  sent[0].resolve({ note: null });
  await settled();
  queue.cancel();
  assert.ok(sent[1].signal.aborted);
  await settled();
  assert.equal(sent.length, 2);
  const now = queue.progress.get();
  assert.deepEqual([now?.added, now?.running, now?.cancelled], [1, false, true]);
  assert.deepEqual(now?.refused, []);
});

test("what is added right after a cancel is sent by one sender", async () => {
  const { queue, sent, settled } = answeredByHand();
  queue.add(["a", "b"]);
  queue.cancel();
  queue.add(["c", "d"]);
  await settled();
  assert.deepEqual(
    sent.map(({ item }) => item),
    ["a", "c"],
  );
});

test("with the station out of reach the rest isn't tried, and nothing is lost", async () => {
  const { queue, sent, settled } = answeredByHand();
  queue.add(["a", "b", "c"]);
  sent[0].reject(new Unreachable("The station can't be reached over the network."));
  await settled();
  assert.equal(sent.length, 1);
  assert.deepEqual(
    queue.progress.get()?.refused.map(({ item }) => item),
    ["a", "b", "c"],
  );
});

test("what is added meanwhile is sent after the rest", async () => {
  const { queue, sent, settled } = answeredByHand();
  queue.add(["a"]);
  queue.add(["b"]);
  sent[0].resolve({ note: null });
  await settled();
  sent[1].resolve({ note: null });
  await settled();
  assert.deepEqual(
    [queue.progress.get()?.total, queue.progress.get()?.added, queue.progress.get()?.running],
    [2, 2, false],
  );
});

test("an upload that is cancelled before anything is answered still says what it was", async () => {
  const { queue } = answeredByHand();
  queue.add(["a", "b"]);
  queue.cancel();
  assert.equal(queue.progress.get()?.newest, "b");
  queue.add([], [{ item: "c", reason: "not an image" }]);
  assert.equal(queue.progress.get()?.newest, "c");
});
