// A threshold that is tried out: what it would do, asked from the station while the slider moves.
import { get, query } from "./api.js";
import { useEffect, useRef, useState } from "./preact.js";
import { attempt } from "./notices.js";

const PAUSE_MS = 80;

/**
 * Begins at `start`. `tryOut` takes {threshold} or {false_reject_rate}; `effect` is the station's
 * answer, null at the model's own threshold, where its manifest has the figures.
 */
export function useThreshold({ name, version, threshold: trained }, start) {
  const [threshold, setThreshold] = useState(start);
  const [effect, setEffect] = useState(null);
  const newest = useRef(0);
  const timer = useRef(null);

  const ask = (choice, number) => attempt(async () => {
    const found = await get(`models/${name}/${version}/threshold${query(choice)}`);
    // An older answer may come after a newer one.
    if (number !== newest.current) return;
    setEffect(found);
    setThreshold(found.threshold);
  });
  const tryOut = (choice) => {
    const number = ++newest.current;
    if (choice.threshold !== undefined) setThreshold(choice.threshold);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => ask(choice, number), PAUSE_MS);
  };
  useEffect(() => {
    setEffect(null);
    setThreshold(start);
    if (start !== trained) tryOut({ threshold: start });
    return () => { newest.current++; clearTimeout(timer.current); };
  }, [name, version, start]);
  return { threshold, effect, tryOut };
}
