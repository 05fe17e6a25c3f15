import { post } from "../../api.js";
import { html, useState } from "../../preact.js";
import { showCount, showDateTime, showScore } from "../../pure/format.js";
import { refreshStatus } from "../../state/events.js";
import { attempt, notify } from "../../state/notices.js";
import { promote, rollBack } from "../../state/promotion.js";
import { ReasonDialog } from "../shared/reason_dialog.js";
import { useComparison, VersionComparison } from "./version_comparison.js";

const PROMOTE = [
  "Fewer good parts rejected",
  "More defects found",
  "New light or camera",
  "New kind of part",
];
const ROLL_BACK = ["Good parts are rejected", "Defects are missed", "Promoted by mistake"];
const KINDS = { promotion: "promoted", rollback: "rolled back", recipe: "recipe change" };

/**
 * How a version stands against its regression set, in words.
 * @param {RegressionStanding | null} standing
 */
export function standingWords(standing) {
  if (!standing) return "";
  const { state, pictures, checked, failures } = standing;
  return {
    empty: "There is no regression set yet, so this version is not checked before promotion.",
    unchecked: `${checked} of ${pictures} pictures of the regression set are checked. The rest will be checked before promotion.`,
    failed: `It fails on ${failures.length} of ${pictures} pictures of the regression set, so it can't be promoted.`,
    passed: `It passes on all ${pictures} pictures of the regression set.`,
  }[state];
}

/**
 * What can be done with a version that isn't in the recipe.
 * @param {{
 *   model: ModelVersion,
 *   status: StationStatus | null,
 *   standing: RegressionStanding | null,
 *   assessment: ModelAssessment | null,
 *   onDone: () => unknown,
 * }} props
 */
export function PromoteActions({ model, status, standing, assessment, onDone }) {
  const [asking, setAsking] = useState(false);
  const start = () =>
    attempt(async () => {
      await post("trial", { model: { name: model.name, version: model.version } });
      await refreshStatus();
      notify(
        `Version ${model.version} now runs in shadow mode alongside the active one. Outputs are not affected.`,
      );
      onDone();
    });
  return html`
    <div class="button-row">
      ${!status?.trial && html`<button onClick=${start}>Run in shadow mode</button>`}
      <button class=${assessment?.state === "unusable" ? "" : "strong"} onClick=${() => setAsking(true)}>Promote</button>
    </div>
    ${
      asking &&
      html`
      <${PromoteDialog} model=${model} status=${status} standing=${standing} assessment=${assessment}
        onDone=${onDone} onClose=${() => setAsking(false)} />`
    }`;
}

/**
 * Asks before the version is promoted, beside the one in use on the same pictures. What speaks
 * against it is said first, and going on takes another word.
 * @param {{
 *   model: ModelVersion,
 *   status: StationStatus | null,
 *   standing: RegressionStanding | null,
 *   assessment: ModelAssessment | null,
 *   onDone: () => unknown,
 *   onClose: () => unknown,
 * }} props
 */
function PromoteDialog({ model, status, standing, assessment, onDone, onClose }) {
  const inUse = status?.model ?? null;
  const comparison = useComparison(model, inUse, { otherThreshold: status?.threshold });
  const failed = standing?.state === "failed";
  const unusable = assessment?.state === "unusable";
  const anyway = unusable || Boolean(comparison?.objection);
  return html`
    <${ReasonDialog} title=${`Promote ${model.name} version ${model.version}`} presets=${PROMOTE} action=${anyway ? "Promote anyway" : "Promote"}
      whyNot=${failed && "This version fails the regression check."} wide onClose=${onClose}
      onDone=${async (/** @type {string} */ why) => {
        try {
          await promote(model, why, anyway);
        } finally {
          onDone();
        }
        notify(`The recipe now uses ${model.name} version ${model.version}.`);
      }}>
      ${unusable && html`<p class="message fault">${assessment.summary}</p>`}
      ${comparison && html`<${VersionComparison} model=${model} comparison=${comparison} />`}
      <p>From the next part on, this version is used${inUse ? `, instead of ${inUse.name} version ${inUse.version}` : ""}.</p>
      <p class=${failed ? "message fault" : "quiet"}>${standingWords(standing)}</p>
      ${anyway && html`<p class="small quiet">If you promote it anyway, your name and these warnings are recorded in the model history.</p>`}
    <//>`;
}

/**
 * The way back to the version before.
 * @param {{before: NonNullable<PromotionHistory["version_before"]>, onDone: () => unknown}} props
 */
export function RollBackAction({ before, onDone }) {
  const [asking, setAsking] = useState(false);
  const to = `version ${before.model.version}`;
  return html`
    <button onClick=${() => setAsking(true)}>Roll back to ${to}</button>
    ${
      asking &&
      html`
      <${ReasonDialog} title=${`Roll back to ${before.model.name} ${to}`} presets=${ROLL_BACK} action="Roll back"
        onClose=${() => setAsking(false)}
        onDone=${async (/** @type {string} */ why) => {
          await rollBack(why);
          onDone();
          notify(`The recipe uses ${to} again.`);
        }}>
        <p>From the next part on, ${to} is used with its earlier threshold (${showScore(before.threshold)}). The regression set is not checked.</p>
      <//>`
    }`;
}

/** @typedef {PromotionHistory["changes"][number]} ModelChange */

/** @param {ModelChange["before"]} use */
const modelWords = (use) =>
  use
    ? html`${use.model.name} ${use.model.version} <span class="quiet">at ${showScore(use.threshold)}</span>`
    : "no model";

/** @param {ModelChange} change */
function regressionWords({ regression }) {
  if (!regression || regression.state === "empty") return "";
  return `, regression set: ${regression.state}${regression.failures.length ? ` (${regression.failures.length} wrong)` : ""}`;
}

/**
 * Every change of model or threshold: who, when, why.
 * @param {{changes: ModelChange[]}} props
 */
export function PromotionHistory({ changes }) {
  if (!changes.length) return null;
  return html`
    <details class="history"><summary>Model history (${showCount(changes.length)})</summary>
      <ul class="rows" data-testid="promotions">
        ${changes.map(
          (change) => html`
          <li key=${change.promotion_id}><div>
            <p><b>${modelWords(change.before)} → ${modelWords(change.after)}</b></p>
            <p>${change.why || html`<span class="quiet">no reason given</span>`}</p>
            ${change.objections.map((objection) => html`<p key=${objection} class="small"><b>Used in spite of:</b> ${objection}</p>`)}
            <p class="quiet small">${showDateTime(change.changed_at)}, ${change.author}, recipe ${change.recipe} version ${change.recipe_version}${regressionWords(change)}${change.trial ? `, after a trial: ${change.trial.summary.compared} parts compared, ${change.trial.summary.disagree} differed` : ""}</p>
          </div><span class="tag">${KINDS[change.kind]}</span></li>`,
        )}
      </ul>
    </details>`;
}
