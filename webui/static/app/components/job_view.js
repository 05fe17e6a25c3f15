import { html, useEffect, useRef } from "../preact.js";
import { post } from "../api.js";
import { showPercent } from "../format.js";
import { attempt } from "../notices.js";
import { isRunning } from "../jobs.js";

const KINDS = {
  train: "Training", "train-detector": "Training of the detector", grow: "Learning the new pictures", regression: "Check on the regression set", dataset_review: "Check of the pictures",
};
const STATES = { queued: "waits", running: "", succeeded: "is done", failed: "failed", cancelled: "was cancelled" };

/** Progress, what is being done, the log; a running job can be cancelled. */
export function JobView({ job, log, onChange }) {
  const scroll = useRef(null);
  useEffect(() => {
    if (scroll.current) scroll.current.scrollTop = scroll.current.scrollHeight;
  }, [log]);
  const running = isRunning(job);
  const cancel = () => attempt(async () => onChange(await post(`jobs/${job.job_id}/cancel`)));
  return html`
    <section class=${`job ${job.state}`} aria-label=${KINDS[job.kind] ?? job.kind} data-testid="job" data-state=${job.state}>
      <div class="field-head"><h2>${KINDS[job.kind] ?? job.kind} ${STATES[job.state]}</h2>
        ${running && html`<span class="number">${showPercent(job.progress, 0)}</span>`}</div>
      ${running && html`<progress max="1" value=${job.progress} aria-label="Progress" />`}
      <p class=${job.state === "failed" ? "message fault" : "quiet"} role="status">${job.message}</p>
      ${log && html`<details open=${job.state === "failed"}><summary>Log</summary><pre class="log" ref=${scroll}>${log}</pre></details>`}
      ${running && html`<button onClick=${cancel} disabled=${job.cancel_requested}>
        ${job.cancel_requested ? "Cancelling…" : "Cancel"}</button>`}
    </section>`;
}
