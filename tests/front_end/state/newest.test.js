import assert from "node:assert/strict";
import { test } from "node:test";
import { createNewest } from "../../../webui/static/app/state/newest.js";

/** Questions that are answered by hand, and what is shown of the answers. */
function questions() {
  const newest = createNewest();
  /** @type {string[]} */
  const shown = [];
  const ask = () => {
    /** @type {PromiseWithResolvers<string>} */
    const { promise, resolve, reject } = Promise.withResolvers();
    const taken = newest.take(
      () => promise,
      (answer) => shown.push(answer),
    );
    return {
      /** @param {string} answer */
      answer(answer) {
        resolve(answer);
        return taken;
      },
      fail() {
        reject(new Error("no answer"));
        return taken;
      },
    };
  };
  return { ...newest, shown, ask };
}

test("an answer to an older question is dropped after that to a newer one, and so is its failure", async () => {
  const { shown, ask } = questions();
  const [slow, failing, quick] = [ask(), ask(), ask()];
  await quick.answer("new");
  await slow.answer("old");
  await failing.fail();
  assert.deepEqual(shown, ["new"]);
});

test("answers in order are all shown, though newer questions were asked", async () => {
  const { shown, ask } = questions();
  const [first, second] = [ask(), ask()];
  await first.answer("first");
  await second.answer("second");
  assert.deepEqual(shown, ["first", "second"]);
});

test("a failure is told, and hides no answer that comes later", async () => {
  const { shown, ask } = questions();
  const [first, second] = [ask(), ask()];
  await assert.rejects(second.fail(), /no answer/);
  await first.answer("first");
  assert.deepEqual(shown, ["first"]);
});

test("what was asked before is forgotten, what is asked later is not", async () => {
  const { shown, ask, forget } = questions();
  const before = ask();
  forget();
  const later = ask();
  await before.answer("before");
  await later.answer("later");
  assert.deepEqual(shown, ["later"]);
});

test("nothing is shown after the end", async () => {
  const { shown, ask, end } = questions();
  const before = ask();
  end();
  const later = ask();
  await before.answer("before");
  await later.answer("later");
  await ask().fail();
  assert.deepEqual(shown, []);
});
