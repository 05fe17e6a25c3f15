// The labelling tab: the jobs of a dataset, work on one of them, or its results.

import { html } from "../../preact.js";
import { doneOf } from "../../pure/labelling.js";
import { parameters } from "../../pure/query.js";
import { usePolledAnswer } from "../../state/answer.js";
import { addressQuery, goToQuery } from "../../state/router.js";
import { useStore } from "../../state/store.js";
import { text } from "../../texts/texts.js";
import { JobList } from "../labelling/job_list.js";
import { JobResults } from "../labelling/job_results.js";
import { LabellingWork } from "../labelling/labelling_work.js";

const PERIOD_MS = 5000;

/** @param {{dataset: string}} props */
export function Labelling({ dataset }) {
  const asked = parameters(useStore(addressQuery));
  const answer = usePolledAnswer(`datasets/${dataset}/labelling-jobs`, PERIOD_MS);
  /** @param {Record<string, string>} [what] */
  const show = (what = {}) => goToQuery({ dataset, tab: "labelling", ...what });
  if (!answer) return null;
  const job = answer.jobs.find(({ labelling_job_id: id }) => String(id) === asked.job);
  if (!job) return html`<${JobList} dataset=${dataset} jobs=${answer.jobs} onShow=${show} />`;
  const step = job.steps.find((one) => one === asked.step);
  const progress = job.progress.find((one) => one.step === step);
  return html`
    <div class="labelling-head"><button class="plain" onClick=${() => show()}>${text("labelling-back-to-jobs")}</button>
      <h2>${job.name}</h2>
      ${progress && html`<p class="quiet small" role="status" data-testid="labelling-done">${text("labelling-progress", doneOf(progress))}</p>`}</div>
    ${
      step
        ? html`<${LabellingWork} key=${`${job.labelling_job_id} ${step}`} job=${job} step=${step}
            onStep=${(/** @type {LabellingStep} */ other) => show({ job: String(job.labelling_job_id), step: other })} />`
        : html`<${JobResults} key=${job.labelling_job_id} job=${job} onMade=${() => show()} />`
    }`;
}
