// Answers of the station in the order of their questions: they can arrive in another one.
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from "../preact.js";
import { attempt } from "./notices.js";
import { reconnections } from "./reconnections.js";

/** Questions about one and the same thing. */
export function createNewest() {
  let asked = 0;
  // Answers to questions before this one are late.
  let oldest = 1;
  return {
    /**
     * Shows what `ask` answers. A late answer is dropped, and so is its failure.
     * @template Answer
     * @param {() => Promise<Answer>} ask
     * @param {(answer: Answer) => unknown} show
     */
    async take(ask, show) {
      const number = ++asked;
      let answer;
      try {
        answer = await ask();
      } catch (error) {
        if (number < oldest) return;
        throw error;
      }
      if (number < oldest) return;
      oldest = number;
      show(answer);
    },
    /** Makes all answers late that are still to come, but not those to later questions. */
    forget() {
      oldest = asked + 1;
    },
    /** Makes every answer late. */
    end() {
      oldest = Number.POSITIVE_INFINITY;
    },
  };
}

/**
 * The questions about what is chosen now: those about another choice end with it, and all of them
 * with the component.
 * @param {unknown[]} choice
 */
export function useNewest(...choice) {
  const newest = useMemo(createNewest, choice);
  useLayoutEffect(() => newest.end, [newest]);
  return newest;
}

/**
 * Shows what `ask` answers now and whenever something of `choice` changes. Failures are notified, and
 * what failed is asked again when the station is there again.
 * @template Answer
 * @param {() => Promise<Answer>} ask
 * @param {(answer: Answer) => unknown} show
 * @param {unknown[]} choice what the answer depends on
 * @returns {() => Promise<void>} asks again, about what is chosen at that time
 */
export function useReload(ask, show, choice) {
  const newest = useNewest(...choice);
  const present = useRef(/** @type {() => Promise<void>} */ (async () => {}));
  const failed = useRef(false);
  present.current = () =>
    attempt(async () => {
      failed.current = false;
      try {
        await newest.take(ask, show);
      } catch (error) {
        failed.current = true;
        throw error;
      }
    });
  const reload = useCallback(() => present.current(), []);
  useEffect(() => {
    reload();
  }, [newest]);
  useEffect(() => reconnections.follow(() => failed.current && reload()), []);
  return reload;
}
