import { useEffect } from "../preact.js";
import { listen } from "./events.js";

/**
 * Calls `load` after inspections came, at most once in `period_ms`.
 * @param {() => unknown} load
 * @param {number} [period_ms]
 */
export function useRefresh(load, period_ms = 2000) {
  useEffect(() => {
    let stale = false;
    const look = () => {
      if (!stale || document.hidden) return;
      stale = false;
      load();
    };
    const mark = () => {
      stale = true;
    };
    const forget = [listen("inspection", mark), listen("open", mark)];
    const timer = setInterval(look, period_ms);
    return () => {
      for (const stop of forget) stop();
      clearInterval(timer);
    };
  }, [load, period_ms]);
}
