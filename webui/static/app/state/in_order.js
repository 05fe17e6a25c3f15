// Requests that may not overtake each other: a label that was chosen counts for the next trigger.

/** A queue in which each act begins when those before it have ended, however they ended. */
export function createOrder() {
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  /**
   * @template Done
   * @param {() => Promise<Done>} act
   * @returns {Promise<Done>}
   */
  return (act) => {
    const done = last.then(act);
    last = done.catch(() => {});
    return done;
  };
}
