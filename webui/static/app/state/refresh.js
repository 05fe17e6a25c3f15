import { useEffect } from "../preact.js";
import { listen } from "./events.js";

const PERIOD_MS = 2000;

/**
 * Calls `load` after inspections came, at most every two seconds.
 * @param {() => unknown} load
 */
export function useRefresh(load) {
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
    const timer = setInterval(look, PERIOD_MS);
    return () => {
      for (const stop of forget) stop();
      clearInterval(timer);
    };
  }, [load]);
}
