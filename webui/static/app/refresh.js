import { listen } from "./events.js";
import { useEffect } from "./preact.js";

const PERIOD_MS = 2000;

/** Calls `load` now, when it changes, and after inspections came, at most every two seconds. */
export function useRefresh(load) {
  useEffect(() => {
    let stale = false;
    const look = () => {
      if (!stale || document.hidden) return;
      stale = false;
      load();
    };
    const mark = () => { stale = true; };
    const forget = [listen("inspection", mark), listen("open", mark)];
    const timer = setInterval(look, PERIOD_MS);
    load();
    return () => { forget.forEach((stop) => stop()); clearInterval(timer); };
  }, [load]);
}
