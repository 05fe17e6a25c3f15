// The labelling jobs of a dataset: how far each is, and the ways to go on.
import { address, post } from "../../api.js";
import { html, useState } from "../../preact.js";
import { showDateTime } from "../../pure/format.js";
import { doneOf, waitingStep } from "../../pure/labelling.js";
import { attempt } from "../../state/notices.js";
import { text } from "../../texts/texts.js";
import { Button } from "../shared/button.js";
import { JobDialog } from "./job_dialog.js";

/** @typedef {LabellingJob["rule"]} Rule */

/** @type {Record<Rule["kind"], (rule: Rule) => string>} */
const RULES = {
  all: () => text("labelling-stated-all"),
  every_nth: ({ every }) => text("labelling-stated-every_nth", { every: every ?? 1 }),
  near_threshold: ({ model }) =>
    text("labelling-stated-near_threshold", { model: `${model?.name}:${model?.version}` }),
  least_certain: () => text("labelling-stated-least_certain"),
  differing: () => text("labelling-stated-differing"),
};

/** How the pictures were chosen. @param {Rule} rule */
function statedRule(rule) {
  const words = RULES[rule.kind](rule);
  const { at_most: most } = rule;
  return most ? text("labelling-stated-at-most", { rule: words, count: most }) : words;
}

/** @param {{progress: LabellingProgress}} props */
function StepProgress({ progress }) {
  const { done, all } = doneOf(progress);
  return html`
    <li><span>${text(`labelling-step-${progress.step}`)}</span>
      <progress max=${all || 1} value=${done} aria-label=${text(`labelling-step-${progress.step}`)} />
      <span class="number">${text("labelling-progress", { done, all })}</span>
      ${progress.unsure > 0 && html`<span class="quiet small">${text("labelling-progress-unsure", { count: progress.unsure })}</span>`}
      ${progress.removed > 0 && html`<span class="quiet small">${text("labelling-progress-removed", { count: progress.removed })}</span>`}
    </li>`;
}

/** @param {{job: LabellingJob, onShow: Setter<Record<string, string>>}} props */
function JobCard({ job, onShow }) {
  const id = String(job.labelling_job_id);
  const closed = job.closed_at !== null;
  const waiting = waitingStep(job);
  const close = () => attempt(() => post(`labelling-jobs/${job.labelling_job_id}/close`));
  const whyNot = closed
    ? text("labelling-closed-by", { author: job.closed_by ?? "", at: showDateTime(job.closed_at) })
    : waiting === null && text("labelling-nothing-waits");
  return html`
    <li class="card labelling-job" data-testid="labelling-job">
      <div><h3>${job.name}</h3>
        <p class="quiet small">${text(`labelling-kind-${job.kind}`)}${job.kind === "audit" && html` · ${text(job.blind ? "labelling-is-blind" : "labelling-is-seeing")}`} · ${statedRule(job.rule)}</p>
        <p class="quiet small">${text("labelling-made-by", { author: job.author, at: showDateTime(job.created_at) })}</p></div>
      <ul class="plain-list labelling-steps">
        ${job.progress.map((progress) => html`<${StepProgress} key=${progress.step} progress=${progress} />`)}
      </ul>
      <div class="button-row">
        <${Button} class="strong" whyNot=${whyNot} onClick=${() => waiting && onShow({ job: id, step: waiting })}>${text("labelling-continue")}<//>
        <button onClick=${() => onShow({ job: id })}>${text("labelling-results")}</button>
        ${!closed && html`<button class="plain" onClick=${close}>${text("labelling-close")}</button>`}
      </div>
    </li>`;
}

/** @param {{dataset: string, jobs: LabellingJob[], onShow: Setter<Record<string, string>>}} props */
export function JobList({ dataset, jobs, onShow }) {
  const [making, setMaking] = useState(false);
  return html`
    <section class="labelling-jobs" aria-label=${text("labelling-jobs")}>
      <div class="button-row">
        <button class="strong" onClick=${() => setMaking(true)}>${text("labelling-new")}</button>
        ${jobs.length > 0 && html`<a class="button" href=${address.labellingJobsCsv(dataset)} download="labelling-jobs.csv">${text("labelling-csv")}</a>`}
      </div>
      ${!jobs.length && html`<p class="quiet">${text("labelling-none")}</p>`}
      <ul class="plain-list labelling-list">
        ${jobs.map((job) => html`<${JobCard} key=${job.labelling_job_id} job=${job} onShow=${onShow} />`)}
      </ul>
      ${making && html`<${JobDialog} dataset=${dataset} onShow=${onShow} onClose=${() => setMaking(false)} />`}
    </section>`;
}
