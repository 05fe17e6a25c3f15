// A threshold that is tried out: what it would do, asked from the station while the slider moves.
import { get } from "../api.js";
import { useEffect, useRef, useState } from "../preact.js";
import { query } from "../pure/query.js";
import { useNewest } from "./newest.js";
import { attempt } from "./notices.js";

const PAUSE_MS = 80;

/** @typedef {{threshold?: number, false_reject_rate?: number}} Choice */

/**
 * Begins at `start`. `tryOut` takes {threshold} or {false_reject_rate}; `effect` is the station's
 * answer, null at the model's own threshold, where its manifest has the figures.
 * @param {Pick<AnomalyManifest, "name" | "version" | "threshold">} model
 * @param {number} start
 */
export function useThreshold({ name, version, threshold: trained }, start) {
  const [threshold, setThreshold] = useState(start);
  const [effect, setEffect] = useState(/** @type {ThresholdEffect | null} */ (null));
  const newest = useNewest(name, version, start);
  const timer = useRef(/** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined));

  /** @type {(choice: Choice) => Promise<void>} */
  const ask = (choice) =>
    attempt(() =>
      newest.take(
        () => get(`models/${name}/${version}/threshold${query(choice)}`),
        (answer) => {
          setEffect(answer);
          setThreshold(answer.threshold);
        },
      ),
    );
  /** @type {(choice: Choice) => void} */
  const tryOut = (choice) => {
    // Answers about where the slider was would move it back.
    newest.forget();
    if (choice.threshold !== undefined) setThreshold(choice.threshold);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => ask(choice), PAUSE_MS);
  };
  useEffect(() => {
    setEffect(null);
    setThreshold(start);
    if (start !== trained) tryOut({ threshold: start });
    return () => clearTimeout(timer.current);
  }, [newest]);
  return { threshold, effect, tryOut };
}
