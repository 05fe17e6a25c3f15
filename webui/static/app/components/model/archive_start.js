import { post } from "../../api.js";
import { html, useState } from "../../preact.js";
import { durationOf, leftOut, PERIODS } from "../../pure/archive.js";
import { query } from "../../pure/query.js";
import { useAnswer } from "../../state/answer.js";
import { stationStatus } from "../../state/events.js";
import { isRunning } from "../../state/jobs.js";
import { attempt } from "../../state/notices.js";
import { useStore } from "../../state/store.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";
import { Button } from "../shared/button.js";
import { ChoiceField } from "../shared/fields.js";

const USUAL_DAYS = 30;

/** @param {ArchiveEstimate} estimate */
function timeWords({ seconds, measured }) {
  if (seconds === null) return text("archive-takes-unknown");
  const { unit, count } = durationOf(seconds);
  const duration = text(`archive-duration-${unit}`, { count });
  return text(measured ? "archive-takes" : "archive-takes-at-least", { duration });
}

/**
 * Why some parts are left out, with their numbers.
 * @param {{scope: ArchiveScope}} props
 */
export function LeftOut({ scope }) {
  const reasons = leftOut(scope);
  if (!reasons.length) return null;
  return html`
    <details class="left-out"><summary>${text("archive-left-out", { count: scope.parts - scope.in_archive })}</summary>
      <ul class="plain-list small">
        ${reasons.map(({ reason, count }) => html`<li key=${reason}>${text(`archive-left-${reason}`, { count })}</li>`)}
      </ul>
    </details>`;
}

/**
 * Chooses a period and starts: how many parts there are, how many not, and how long it takes.
 * @param {{
 *   model: ModelVersion,
 *   job: Job | null,
 *   again: boolean,
 *   onStarted: () => unknown,
 * }} props
 */
export function ArchiveStart({ model, job, again, onStarted }) {
  const [days, setDays] = useState(USUAL_DAYS);
  const status = useStore(stationStatus);
  const recipe = status?.recipe?.recipe.name;
  const { answer: recipes } = useAnswer("recipes", recipe);
  // A new station runs a recipe that nobody has chosen yet: the archive has no parts to ask for.
  const isChosen = recipes?.recipes.some(({ active }) => active);
  const { answer: estimate } = useAnswer(
    isChosen ? `archive-scope${query({ days })}` : null,
    recipe,
  );
  const start = () =>
    attempt(async () => {
      await post(`models/${model.name}/${model.version}/archive-inspection`, { days });
      await onStarted();
    });
  const whyNot = isRunning(job)
    ? text("archive-one-at-a-time")
    : isChosen === false
      ? text("archive-no-recipe")
      : estimate?.scope.in_archive === 0 && text("archive-nothing-there");
  return html`
    <div class="archive-start">
      <${ChoiceField} label=${text("archive-period")} value=${days} onChange=${(/** @type {string} */ value) => setDays(Number(value))}
        options=${PERIODS.map((count) => [count, text("archive-days", { count })])} />
      <${Button} class=${again ? "" : "strong"} whyNot=${whyNot} disabled=${!estimate} onClick=${start}>${text(again ? "archive-start-again" : "archive-start")}<//>
    </div>
    ${
      estimate &&
      html`
      <p class="small" data-testid="archive-scope">${richText("archive-scope", { count: estimate.scope.in_archive, parts: estimate.scope.parts, recipe: estimate.recipe })}
        ${estimate.scope.in_archive > 0 && ` ${timeWords(estimate)}`}</p>
      <${LeftOut} scope=${estimate.scope} />`
    }`;
}
