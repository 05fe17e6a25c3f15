import { html, useState } from "../preact.js";
import { post } from "../api.js";
import { refreshStatus } from "../events.js";
import { showCount, showDateTime, showScore } from "../format.js";
import { attempt, notify } from "../notices.js";
import { promote, rollBack } from "../promotion.js";
import { WhyDialog } from "./why_dialog.js";

const PROMOTE = ["Fewer good parts rejected", "More defects found", "New light or camera", "New kind of part"];
const ROLL_BACK = ["Good parts are rejected", "Defects slip through", "Promoted by mistake"];
const KINDS = { promotion: "promoted", rollback: "rolled back", recipe: "by the recipe" };

/** How a version stands against its regression set, in words. */
export function standingWords(standing) {
  if (!standing) return "";
  const { state, pictures, checked, failures } = standing;
  return {
    empty: "There is no regression set yet, so nothing is asked of this version.",
    unchecked: `${checked} of ${pictures} pictures of the regression set are checked; the rest is checked before it is promoted.`,
    failed: `It gets ${failures.length} of ${pictures} pictures of the regression set wrong, so it can't be promoted.`,
    passed: `It gets all ${pictures} pictures of the regression set right.`,
  }[state];
}

/** What can be done with a version that isn't in the recipe. */
export function PromoteActions({ model, status, standing, onDone }) {
  const [asking, setAsking] = useState(false);
  const start = () => attempt(async () => {
    await post("trial", { model: { name: model.name, version: model.version } });
    await refreshStatus();
    notify(`Version ${model.version} is on trial: it judges every part too, and has no say.`);
    onDone();
  });
  return html`
    <div class="button-row">
      ${!status?.trial && html`<button onClick=${start}>Try beside the line</button>`}
      <button class="strong" onClick=${() => setAsking(true)}>Promote</button>
    </div>
    ${asking && html`
      <${WhyDialog} title=${`Promote ${model.name} version ${model.version}`} presets=${PROMOTE} action="Promote"
        disabled=${standing?.state === "failed"} onClose=${() => setAsking(false)}
        onDone=${async (why) => {
          try { await promote(model, why); } finally { onDone(); }
          notify(`The recipe uses ${model.name} version ${model.version} now.`);
        }}>
        <p>From the next part on this version judges${status?.model ? `, instead of ${status.model.name} version ${status.model.version}` : ""}.</p>
        <p class=${standing?.state === "failed" ? "message fault" : "quiet"}>${standingWords(standing)}</p>
      <//>`}`;
}

/** The way back to the version before. */
export function RollBackAction({ before, onDone }) {
  const [asking, setAsking] = useState(false);
  const to = `version ${before.model.version}`;
  return html`
    <button onClick=${() => setAsking(true)}>Roll back to ${to}</button>
    ${asking && html`
      <${WhyDialog} title=${`Roll back to ${before.model.name} ${to}`} presets=${ROLL_BACK} action="Roll back"
        onClose=${() => setAsking(false)}
        onDone=${async (why) => { await rollBack(why); onDone(); notify(`The recipe uses ${to} again.`); }}>
        <p>From the next part on ${to} judges, at its threshold of then (${showScore(before.threshold)}). The regression set is not asked.</p>
      <//>`}`;
}

const judging = (one) => (one ? html`${one.model.name} ${one.model.version} <span class="quiet">at ${showScore(one.threshold)}</span>` : "no model");

function regressionWords({ regression }) {
  if (!regression || regression.state === "empty") return "";
  return `, regression set: ${regression.state}${regression.failures.length ? ` (${regression.failures.length} wrong)` : ""}`;
}

/** Every change of model or threshold: who, when, why. */
export function PromotionHistory({ changes }) {
  if (!changes.length) return null;
  return html`
    <details class="history"><summary>What judged when (${showCount(changes.length)})</summary>
      <ul class="rows" data-testid="promotions">
        ${changes.map((change) => html`
          <li key=${change.promotion_id}><div>
            <p><b>${judging(change.before)} → ${judging(change.after)}</b></p>
            <p>${change.why || html`<span class="quiet">no reason given</span>`}</p>
            <p class="quiet small">${showDateTime(change.changed_at)}, ${change.author}, recipe ${change.recipe} version ${change.recipe_version}${regressionWords(change)}${change.trial ? `, on trial before: ${change.trial.summary.compared} parts compared, ${change.trial.summary.disagree} disagreed` : ""}</p>
          </div><span class="tag">${KINDS[change.kind]}</span></li>`)}
      </ul>
    </details>`;
}
