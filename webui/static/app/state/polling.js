// What is asked again and again while somebody looks.
import { useEffect } from "../preact.js";
import { connectionTrouble } from "./events.js";

/**
 * Calls `load` all the time while the page is seen and the station is heard, and never before the
 * last call has ended: questions that nobody answers would take the connections of all others.
 * @param {() => Promise<unknown>} load
 * @param {number} period_ms
 * @param {boolean} [needed]
 */
export function usePolling(load, period_ms, needed = true) {
  useEffect(() => {
    if (!needed) return undefined;
    let waits = false;
    const look = async () => {
      if (waits || document.hidden || connectionTrouble.get()) return;
      waits = true;
      try {
        await load();
      } catch {
        // A lost connection is shown in the banner.
      }
      waits = false;
    };
    const timer = setInterval(look, period_ms);
    return () => clearInterval(timer);
  }, [load, period_ms, needed]);
}
