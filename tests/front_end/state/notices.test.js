import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { attempt, notices, notify, settle } from "../../../webui/static/app/state/notices.js";

const texts = () => notices.get().map(({ text }) => text);

beforeEach(() => notices.set([]));

test("a fault goes with its cause, and others stay", async () => {
  const refused = new Error("refused");
  await attempt(() => Promise.reject(refused));
  await attempt(() => Promise.reject(new Error("unreachable")));
  settle((cause) => cause === refused);
  assert.deepEqual(texts(), ["unreachable"]);
});

test("what was done and can be undone is no fault, whatever settles", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  notify("Picture 3 removed.", { action: { label: "Undo", run: () => {} } });
  settle(() => true);
  assert.deepEqual(texts(), ["Picture 3 removed."]);
  context.mock.timers.tick(60_000);
  assert.deepEqual(texts(), []);
});

test("the same fault is shown once, and with its newest cause", async () => {
  const [first, second] = [new Error("the camera is absent"), new Error("the camera is absent")];
  await attempt(() => Promise.reject(first));
  await attempt(() => Promise.reject(second));
  assert.deepEqual(texts(), ["the camera is absent"]);
  settle((cause) => cause === first);
  assert.deepEqual(texts(), ["the camera is absent"]);
});
