// What a labelling job brought: agreement of an audit, pictures that differ, and working times.
import { address, post } from "../../api.js";
import { html } from "../../preact.js";
import { useAnswer } from "../../state/answer.js";
import { attempt, notify } from "../../state/notices.js";
import { text } from "../../texts/texts.js";
import { Button } from "../shared/button.js";
import { AgreementTable } from "./agreement_table.js";
import { answerWords } from "./earlier_answers.js";
import { TimesTable } from "./times_table.js";

const SHOWN = 60;

/** @param {{answer: LabellingAnswer}} props */
function Difference({ answer }) {
  const { step, picture_id: id, first_answer: first, first_author: labeller, verdict } = answer;
  const said = step === "region" ? verdict : answer.answer;
  return html`
    <li class="picture">
      <a href=${address.file(id)} target="_blank" rel="noopener"><img src=${address.thumbnail(id)} loading="lazy" alt=${text("pictures-picture", { id: String(id) })} /></a>
      <p class="small">${text(`labelling-step-${step}`)}</p>
      <p class="small">${text("labelling-first", { answer: answerWords(step, first), author: labeller ?? "" })}</p>
      <p class="small">${text("labelling-audit", { answer: said === null ? text("labelling-unsure") : answerWords(step, said), author: answer.author })}</p>
    </li>`;
}

/** @param {{job: LabellingJob, onMade: () => unknown}} props */
function AuditResults({ job, onMade }) {
  const id = job.labelling_job_id;
  const state = JSON.stringify(job.progress);
  const { last: agreement } = useAnswer(`labelling-jobs/${id}/agreement`, state);
  const { last: differing } = useAnswer(`labelling-jobs/${id}/differences?limit=${SHOWN}`, state);
  if (!agreement || !differing) return null;
  const adjust = () =>
    attempt(async () => {
      const name = text("labelling-adjust-name", { name: job.name });
      const body = { name, kind: "adjustment", audit_id: id };
      const made = await post(`datasets/${job.dataset}/labelling-jobs`, body);
      notify(text("labelling-adjust-made", { name: made.name }));
      onMade();
    });
  return html`
    <section><h3>${text("labelling-agreement")}</h3>
      ${!job.blind && html`<p class="message">${text("labelling-not-blind")}</p>`}
      ${agreement.steps.map((step) => html`<${AgreementTable} key=${step.step} step=${step} />`)}
      <a class="button" href=${address.labellingCsv(id, "agreement")} download=${`agreement-${id}.csv`}>${text("labelling-csv")}</a></section>
    <section><h3>${text("labelling-differences")}</h3>
      ${!differing.answers.length && html`<p class="quiet">${text("labelling-differences-none")}</p>`}
      <ul class="picture-grid">${differing.answers.map((answer) => html`<${Difference} key=${answer.answer_id} answer=${answer} />`)}</ul>
      ${differing.answers.length === SHOWN && html`<p class="quiet small">${text("labelling-differences-more", { count: SHOWN })}</p>`}
      <div class="button-row">
        <${Button} class="strong" whyNot=${!differing.answers.length && text("labelling-adjust-nothing")} onClick=${adjust}>${text("labelling-adjust")}<//>
        ${differing.answers.length > 0 && html`<a class="button" href=${address.labellingCsv(id, "differences")} download=${`differences-${id}.csv`}>${text("labelling-csv")}</a>`}
      </div></section>`;
}

/** @param {{job: LabellingJob, onMade: () => unknown}} props */
export function JobResults({ job, onMade }) {
  return html`
    <div class="labelling-results">
      ${job.kind === "audit" && html`<${AuditResults} job=${job} onMade=${onMade} />`}
      <${TimesTable} job=${job} />
    </div>`;
}
