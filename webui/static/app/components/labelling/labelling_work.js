// Work on a labelling job: one picture large, a few large buttons, and the next one at once.
import { address } from "../../api.js";
import { html, useEffect, useState } from "../../preact.js";
import { isJudged } from "../../pure/labelling.js";
import { useLabellingTask } from "../../state/labelling_task.js";
import { useListedShortcuts } from "../../state/shortcuts.js";
import { text } from "../../texts/texts.js";
import { useReviewKeys } from "../review/review_keys.js";
import { Button } from "../shared/button.js";
import { RadioGroup } from "../shared/radio_group.js";
import { JudgedAnswers, LabelAnswers, TypeAnswers } from "./answer_buttons.js";
import { AttributeChoice } from "./attribute_choice.js";
import { EarlierAnswers, MarkedRegions } from "./earlier_answers.js";
import { RegionAnswers } from "./region_answers.js";

/** @import { Said } from "../../pure/labelling.js" */

/** @type {() => import("../../state/shortcuts.js").Shortcut[]} */
const keys = () => [
  ["1 – 9", text("labelling-keys-answer")],
  ["U", text("labelling-unsure")],
  ["Z", text("labelling-take-back")],
];

/**
 * @param {{
 *   job: LabellingJob,
 *   task: LabellingTask,
 *   busy: boolean,
 *   onSay: Setter<Said>,
 *   onDrawn: () => unknown,
 * }} props
 */
function Answers({ job, task, busy, onSay, onDrawn }) {
  const props = { job, task, busy, onSay };
  if (isJudged(job, task.step)) return html`<${JudgedAnswers} ...${props} />`;
  if (task.step === "label") return html`<${LabelAnswers} ...${props} />`;
  if (task.step === "defect_type") return html`<${TypeAnswers} ...${props} />`;
  return html`<${RegionAnswers} ...${props} onDrawn=${onDrawn} />`;
}

/** @param {{task: LabellingTask}} props */
function Picture({ task }) {
  const id = task.picture_id;
  const showsRegions = task.step === "region" && task.picture;
  return html`
    <figure class="labelling-stage" data-testid="labelling-picture">
      <img key=${id} src=${address.file(id)} width=${task.width} height=${task.height} draggable=${false}
        alt=${text("pictures-picture", { id: String(id) })} />
      ${showsRegions && html`<${MarkedRegions} picture=${task.picture} />`}
    </figure>`;
}

/**
 * @param {{job: LabellingJob, step: LabellingStep, onStep: Setter<LabellingStep>}} props
 */
export function LabellingWork({ job, step, onStep }) {
  const { next, busy, canTakeBack, say, takeBack, takeOwn, ask } = useLabellingTask(
    job.labelling_job_id,
    step,
  );
  const [attributes, setAttributes] = useState(/** @type {LabellingAttributes} */ ({}));
  const task = next?.task ?? null;
  useListedShortcuts(keys());
  useEffect(() => setAttributes({}), [task?.picture_id]);
  const back = async () => {
    const taken = await takeBack();
    if (taken && taken.step !== step) onStep(taken.step);
  };
  useReviewKeys({ z: back });
  return html`
    ${
      job.steps.length > 1 &&
      html`<${RadioGroup} label=${text("labelling-steps")} options=${job.steps.map((one) => [one, text(`labelling-step-${one}`)])} value=${step} onChange=${onStep} />`
    }
    ${
      next &&
      !task &&
      html`<div class="empty" data-testid="labelling-none"><p>${text(next.only_own ? "labelling-only-own" : "labelling-no-picture")}</p>
        <p class="quiet small">${next.why_none}</p>
        ${next.only_own && html`<button onClick=${takeOwn}>${text("labelling-take-own")}</button>`}</div>`
    }
    <div class="labelling-work">
      ${task && html`<${Picture} task=${task} />`}
      <section class="labelling-answers" aria-label=${text("labelling-answers")}>
        ${
          task &&
          html`
          <h3>${text(isJudged(job, step) ? "labelling-question-audit" : `labelling-question-${step}`)}</h3>
          ${job.kind !== "label" && html`<${EarlierAnswers} task=${task} />`}
          <${Answers} key=${task.picture_id} job=${job} task=${task} busy=${busy} onDrawn=${ask}
            onSay=${(/** @type {Said} */ said) => say(said, attributes)} />
          <${AttributeChoice} value=${attributes} onChange=${setAttributes} />`
        }
        <${Button} class="plain" disabled=${busy} whyNot=${!canTakeBack && text("labelling-take-back-nothing")} onClick=${back}><kbd aria-hidden="true">Z</kbd> ${text("labelling-take-back")}<//>
      </section>
    </div>`;
}
