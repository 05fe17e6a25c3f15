// Random cases that are the same in every run.

/**
 * A generator of numbers in [0, 1) (mulberry32).
 * @param {number} seed
 */
export function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Calls `check` with so many cases that `make` builds from random whole numbers.
 * @template Case
 * @param {number} count
 * @param {(whole: (low: number, high: number) => number) => Case} make
 * @param {(example: Case) => void} check
 */
export function forRandom(count, make, check) {
  const next = randomNumbers(7);
  const whole = (/** @type {number} */ low, /** @type {number} */ high) =>
    low + Math.floor(next() * (high - low + 1));
  for (let index = 0; index < count; index++) {
    const example = make(whole);
    try {
      check(example);
    } catch (error) {
      throw new Error(`with ${JSON.stringify(example)}`, { cause: error });
    }
  }
}
