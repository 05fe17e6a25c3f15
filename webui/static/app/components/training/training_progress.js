import { html } from "../../preact.js";
import { text } from "../../texts/texts.js";
import { JobView } from "../shared/job_view.js";

/**
 * How the training of a model goes, and the way to the model.
 * @param {{job: Job, log: string, onChange: Setter<Job>}} props
 */
export function TrainingProgress({ job, log, onChange }) {
  const made = /** @type {ModelVersion | null} */ (job.state === "succeeded" ? job.result : null);
  return html`
    <${JobView} job=${job} log=${log} onChange=${onChange} />
    ${made && html`<a class="button strong" href="/model" data-page>${text("training-open-model", { model: made.name, version: String(made.version) })}</a>`}`;
}
