// What the station does only when a person consents, because its figures speak against it.
import { createStore } from "./store.js";

/** @typedef {{objections: string[], onAnswer: (consents: boolean) => void}} Question */

/** The question that is open. */
export const question = createStore(/** @type {Question | null} */ (null));

/** A person was asked and did not consent: nothing was done, and nothing is to be said. */
export class DeclinedError extends Error {}

/**
 * What the station objects to, in sentences; none where it refused for another reason.
 * @param {any} error
 * @returns {string[]}
 */
const objectionsOf = (error) => error?.detail?.objections ?? [];

/**
 * @param {string[]} objections
 * @returns {Promise<boolean>}
 */
const ask = (objections) =>
  new Promise((resolve) => {
    question.set({
      objections,
      onAnswer: (consents) => {
        question.set(null);
        resolve(consents);
      },
    });
  });

/**
 * Does `work(false)`; where the station objects and the person consents, `work(true)`.
 * @template Result
 * @param {(anyway: boolean) => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withConsent(work) {
  try {
    return await work(false);
  } catch (error) {
    const objections = objectionsOf(error);
    if (!objections.length) throw error;
    if (!(await ask(objections))) throw new DeclinedError();
    return work(true);
  }
}
