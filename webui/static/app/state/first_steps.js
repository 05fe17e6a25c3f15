// Whether the station is new, and how far it is: asked until it isn't, or nobody wants to know.
import { get } from "../api.js";
import { useCallback, useEffect, useState } from "../preact.js";
import { firstStep } from "../pure/first_steps.js";
import { NORMAL_NEEDED } from "./dataset.js";
import { stationStatus } from "./events.js";
import { isRunning } from "./jobs.js";
import { useNewest } from "./newest.js";
import { usePolling } from "./polling.js";
import { useStore } from "./store.js";

const PERIOD_MS = 2000;
const NEWEST = 20;
const VERDICTS = new Set(["OK", "NG"]);
const KEPT = "first-steps";
const CLOSED = "closed";

/** @typedef {{normal: number, training: boolean, hasModel: boolean, hasVerdicts: boolean}} Progress */

/** @returns {Promise<Progress>} */
async function readProgress() {
  const { inspections } = await get(`inspections?limit=${NEWEST}`);
  // One that has judged is no new station: nothing else needs to be asked.
  if (inspections.some(({ inspection }) => VERDICTS.has(inspection.outcome)))
    return { normal: 0, training: false, hasModel: true, hasVerdicts: true };
  const [{ models }, { datasets }, { jobs }] = await Promise.all([
    get("models"),
    get("datasets"),
    get("jobs?limit=1"),
  ]);
  return {
    normal: Math.max(0, ...datasets.map(({ normal }) => normal)),
    training: jobs[0]?.kind === "train" && isRunning(jobs[0]),
    hasModel: models.some(({ task }) => task === "anomaly"),
    hasVerdicts: false,
  };
}

/** The next step of a new station, and what closes it in this browser; null for any other one. */
export function useFirstStep() {
  const status = useStore(stationStatus);
  const [closed, setClosed] = useState(localStorage.getItem(KEPT) === CLOSED);
  const [progress, setProgress] = useState(/** @type {Progress | null} */ (null));
  const newest = useNewest();
  const ended = closed || progress?.hasVerdicts;
  // A lost connection is shown in the banner.
  const look = useCallback(() => newest.take(readProgress, setProgress).catch(() => {}), [newest]);
  useEffect(() => {
    if (!ended) look();
  }, [look, ended]);
  usePolling(look, PERIOD_MS, !ended);
  if (ended || !progress || !status) return null;
  const step = firstStep({
    ...progress,
    needed: NORMAL_NEEDED,
    cameraReady: status.camera_state === "streaming",
    inspecting: status.mode === "inspect",
  });
  const close = () => {
    localStorage.setItem(KEPT, CLOSED);
    setClosed(true);
  };
  return step && { step, close };
}
