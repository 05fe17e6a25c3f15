import { post } from "../../api.js";
import { html, useEffect, useRef } from "../../preact.js";
import { showPercent } from "../../pure/format.js";
import { isRunning, jobName } from "../../state/jobs.js";
import { attempt } from "../../state/notices.js";
import { text } from "../../texts/texts.js";

/**
 * Progress, what is being done, the log; a running job can be cancelled.
 * @param {{job: Job, log: string, onChange: Setter<Job>}} props
 */
export function JobView({ job, log, onChange }) {
  const scroll = useRef(/** @type {HTMLPreElement | null} */ (null));
  useEffect(() => {
    if (scroll.current) scroll.current.scrollTop = scroll.current.scrollHeight;
  }, [log]);
  const running = isRunning(job);
  const cancel = () => attempt(async () => onChange(await post(`jobs/${job.job_id}/cancel`)));
  return html`
    <section class=${`job ${job.state}`} aria-label=${jobName(job)} data-testid="job" data-state=${job.state}>
      <div class="field-head"><h2>${text(`job-${job.state}`, { job: jobName(job) })}</h2>
        ${running && html`<span class="number">${showPercent(job.progress, 0)}</span>`}</div>
      ${running && html`<progress max="1" value=${job.progress} aria-label=${text("job-progress")} />`}
      <p class=${job.state === "failed" ? "message fault" : "quiet"} role="status">${job.message}</p>
      ${log && html`<details open=${job.state === "failed"}><summary>${text("job-log")}</summary><pre class="log" ref=${scroll}>${log}</pre></details>`}
      ${
        running &&
        html`<button onClick=${cancel} disabled=${job.cancel_requested}>
        ${text(job.cancel_requested ? "job-cancelling" : "cancel")}</button>`
      }
    </section>`;
}
