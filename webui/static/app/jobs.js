// The training that runs, or the last one: its progress and its log.
import { get, request } from "./api.js";
import { useCallback, useEffect, useState } from "./preact.js";
import { attempt } from "./notices.js";

const PERIOD_MS = 500;
const RUNNING = new Set(["queued", "running"]);

export const isRunning = (job) => job !== null && RUNNING.has(job.state);

/** The newest job with its log, asked for again while it runs; `follow(job)` shows another one. */
export function useJob() {
  const [job, follow] = useState(null);
  const [log, setLog] = useState("");

  useEffect(() => {
    attempt(async () => {
      const newest = (await get("jobs?limit=1")).jobs[0];
      if (newest) follow(newest);
    });
  }, []);

  const look = useCallback(async () => {
    const text = await (await request("GET", `jobs/${job.job_id}/log`)).text();
    setLog(text);
    follow(await get(`jobs/${job.job_id}`));
  }, [job?.job_id]);

  const running = isRunning(job);
  useEffect(() => {
    if (!job) return undefined;
    attempt(look);
    if (!running) return undefined;
    // A lost connection is shown in the banner; the next look finds the job again.
    const timer = setInterval(() => look().catch(() => {}), PERIOD_MS);
    return () => clearInterval(timer);
  }, [job?.job_id, running, look]);

  return { job, log, follow };
}
