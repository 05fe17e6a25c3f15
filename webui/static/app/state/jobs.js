// The job that runs, or the last one: its progress and its log.
import { get, getText } from "../api.js";
import { useCallback, useEffect, useState } from "../preact.js";
import { text } from "../texts/texts.js";
import { useNewest } from "./newest.js";
import { attempt } from "./notices.js";
import { usePolling } from "./polling.js";

const PERIOD_MS = 500;
const RUNNING = new Set(["queued", "running"]);

const KINDS = /** @type {const} */ ([
  "train",
  "train-detector",
  "grow",
  "regression",
  "dataset_review",
  "dataset_import",
  "dataset_profile",
  "model_import",
  "report",
]);

/** @param {Job} job */
export function jobName({ kind }) {
  const known = KINDS.find((name) => name === kind);
  return known ? text(`job-kind-${known}`) : kind;
}

/** @type {(job: Job | null) => boolean} */
export const isRunning = (job) => job !== null && RUNNING.has(job.state);

/** @typedef {ReturnType<typeof useJob>} FollowedJob */

/**
 * The newest job with its log, asked for again while it runs; `follow(job)` shows another one.
 * Re-inspections of the archive run beside it and are shown with their model.
 */
export function useJob() {
  const [job, follow] = useState(/** @type {Job | null} */ (null));
  const [logged, setLogged] = useState({ job_id: 0, text: "" });
  const id = job?.job_id;
  const newest = useNewest(id);

  useEffect(() => {
    attempt(() =>
      newest.take(
        () => get("jobs?limit=1&archive=false"),
        ({ jobs: [last] }) => last && follow(last),
      ),
    );
  }, []);

  const running = isRunning(job);
  const look = useCallback(async () => {
    if (!id) return;
    await newest.take(
      async () => ({ text: await getText(`jobs/${id}/log`), seen: await get(`jobs/${id}`) }),
      ({ text, seen }) => {
        setLogged({ job_id: id, text });
        follow(seen);
      },
    );
  }, [newest]);
  useEffect(() => {
    attempt(look);
  }, [look, running]);
  usePolling(look, PERIOD_MS, running);

  return { job, log: logged.job_id === id ? logged.text : "", follow };
}
