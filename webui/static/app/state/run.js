// The parts since inspection was started, as the station counts them for all browsers.
import { useAnswer } from "./answer.js";
import { stationStatus } from "./events.js";
import { useRefresh } from "./refresh.js";
import { useStore } from "./store.js";

const PERIOD_MS = 400;

/** The newest run; null before inspection was ever started, undefined until the station answered. */
export function useRun() {
  const startedAt = useStore(stationStatus)?.run_started_at;
  const { last, reload } = useAnswer("counters/run", startedAt);
  useRefresh(reload, PERIOD_MS);
  return last?.run;
}
