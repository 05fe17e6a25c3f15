import assert from "node:assert/strict";
import test from "node:test";
import { DeclinedError, question, withConsent } from "../../../webui/static/app/state/consent.js";
import { attempt, notices } from "../../../webui/static/app/state/notices.js";

/** @type {() => {asked: boolean[], work: (anyway: boolean) => Promise<string>}} */
function objecting() {
  /** @type {boolean[]} */
  const asked = [];
  const work = async (/** @type {boolean} */ anyway) => {
    asked.push(anyway);
    if (anyway) return "done";
    throw Object.assign(new Error("refused"), { detail: { objections: ["It finds nothing."] } });
  };
  return { asked, work };
}

const opened = () => new Promise((resolve) => setTimeout(resolve));

test("what the station doesn't object to is done without a question", async () => {
  assert.equal(await withConsent(async (anyway) => anyway), false);
  assert.equal(question.get(), null);
});

test("an objection is shown, and overridden by a person only", async () => {
  const { asked, work } = objecting();
  const done = withConsent(work);
  await opened();
  assert.deepEqual(question.get()?.objections, ["It finds nothing."]);
  assert.deepEqual(asked, [false]);
  question.get()?.onAnswer(true);
  assert.equal(await done, "done");
  assert.deepEqual(asked, [false, true]);
  assert.equal(question.get(), null);
});

test("who declines changes nothing, and is told of no fault", async () => {
  const { asked, work } = objecting();
  const done = attempt(() => withConsent(work));
  await opened();
  question.get()?.onAnswer(false);
  assert.equal(await done, undefined);
  assert.deepEqual(asked, [false]);
  assert.deepEqual(notices.get(), []);
  const declined = withConsent(objecting().work);
  await opened();
  question.get()?.onAnswer(false);
  await assert.rejects(declined, DeclinedError);
});

test("another refusal is no question", async () => {
  await assert.rejects(
    withConsent(async () => {
      throw Object.assign(new Error("the camera is busy"), { detail: {} });
    }),
    /busy/,
  );
  assert.equal(question.get(), null);
});
