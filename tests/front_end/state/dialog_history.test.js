import assert from "node:assert/strict";
import { test } from "node:test";
import { createDialogHistory } from "../../../webui/static/app/state/dialog_history.js";

/** A browser with nothing but a history, which moves later, as browsers do. */
function browser() {
  /** @type {{layers: number, page?: string}[]} */
  let entries = [{ layers: 0 }];
  let at = 0;
  /** @type {(() => void)[]} */
  const listeners = [];
  const go = (/** @type {number} */ steps) =>
    setTimeout(() => {
      at += steps;
      for (const listener of listeners) listener();
    });
  const history = /** @type {History} */ (
    /** @type {unknown} */ ({
      get state() {
        return entries[at];
      },
      pushState(/** @type {{layers: number}} */ state) {
        entries = [...entries.slice(0, at + 1), state];
        at += 1;
      },
      go,
    })
  );
  const addEventListener = (/** @type {string} */ _name, /** @type {() => void} */ listener) =>
    void listeners.push(listener);
  const dialogs = createDialogHistory({
    history,
    addEventListener: /** @type {Window["addEventListener"]} */ (addEventListener),
  });
  return { ...dialogs, go, history, place: () => at };
}

const TURNS = 10;
/** After all that moves one step later, however busy the machine is. */
async function settled() {
  for (let turn = 0; turn < TURNS; turn++) await new Promise((resolve) => setTimeout(resolve));
}

test("Back closes the dialog and stays on the page", async () => {
  const { open, go, place } = browser();
  let closed = 0;
  open(() => Boolean(++closed));
  await settled();
  assert.equal(place(), 1);
  go(-1);
  await settled();
  assert.deepEqual([closed, place()], [1, 0]);
});

test("a dialog that is closed by its button leaves no entry behind", async () => {
  const { open, place } = browser();
  const closed = open(() => true);
  await settled();
  closed();
  await settled();
  assert.equal(place(), 0);
});

test("Back closes the upper one of two dialogs first", async () => {
  const { open, go, place } = browser();
  /** @type {string[]} */
  const closed = [];
  for (const name of ["lower", "upper"]) open(() => Boolean(closed.push(name)));
  await settled();
  go(-1);
  await settled();
  assert.deepEqual([closed, place()], [["upper"], 1]);
});

test("a dialog with unsaved changes stays, and Back asks it again", async () => {
  const { open, go, place } = browser();
  let asked = 0;
  open(() => !++asked);
  await settled();
  for (const times of [1, 2]) {
    go(-1);
    await settled();
    assert.deepEqual([asked, place()], [times, 1]);
  }
});

test("a dialog that opens as another closes takes its entry over", async () => {
  const { open, place } = browser();
  const closed = open(() => true);
  await settled();
  closed();
  open(() => true);
  await settled();
  assert.equal(place(), 1);
});

test("an entry whose dialog went with its page is passed over", async () => {
  const { open, history, go, place } = browser();
  const closed = open(() => true);
  await settled();
  history.pushState({ layers: 0 }, "");
  closed();
  await settled();
  go(-1);
  await settled();
  assert.equal(place(), 0);
});

test("a page that is gone to as a dialog closes stays the page", async () => {
  const { open, whenStill, history, place } = browser();
  const closed = open(() => true);
  await settled();
  closed();
  await Promise.resolve();
  whenStill(() => history.pushState({ layers: 0, page: "next" }, ""));
  await settled();
  assert.deepEqual([place(), history.state.page], [1, "next"]);
});
