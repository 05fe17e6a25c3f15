import { post } from "../../api.js";
import { html, useState } from "../../preact.js";
import { showDateTime, showScore } from "../../pure/format.js";
import { refreshStatus } from "../../state/events.js";
import { attempt, notify } from "../../state/notices.js";
import { promote, rollBack } from "../../state/promotion.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";
import { ReasonDialog } from "../shared/reason_dialog.js";
import { ArchiveAdvice } from "./archive_advice.js";
import { useComparison, VersionComparison } from "./version_comparison.js";

const PROMOTE = /** @type {const} */ (["fewer-rejects", "more-defects", "new-light", "new-part"]);
const ROLL_BACK = /** @type {const} */ (["good-rejected", "missed", "mistake"]);

/**
 * How a version stands against its regression set, in words.
 * @param {RegressionStanding | null} standing
 */
export function standingWords(standing) {
  if (!standing) return "";
  const { state, pictures, checked, failures } = standing;
  return text("regression-standing", { state, pictures, checked, failures: failures.length });
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
      notify(text("promotion-shadow-started", { version: model.version }));
      onDone();
    });
  return html`
    <div class="button-row">
      ${!status?.trial && html`<button onClick=${start}>${text("promotion-shadow")}</button>`}
      <button class=${assessment?.state === "unusable" ? "" : "strong"} onClick=${() => setAsking(true)}>${text("promotion-promote")}</button>
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
    <${ReasonDialog} title=${text("promotion-title", model)} presets=${PROMOTE.map((why) => text(`promotion-why-${why}`))}
      action=${text(anyway ? "promotion-promote-anyway" : "promotion-promote")}
      whyNot=${failed && text("promotion-fails")} wide onClose=${onClose}
      onDone=${async (/** @type {string} */ why) => {
        try {
          await promote(model, why, anyway);
        } finally {
          onDone();
        }
        notify(text("promotion-done", model));
      }}>
      ${unusable && html`<p class="message fault">${assessment.summary}</p>`}
      ${comparison && html`<${VersionComparison} model=${model} comparison=${comparison} />`}
      <${ArchiveAdvice} model=${model} />
      <p>${inUse ? text("promotion-instead", inUse) : text("promotion-from-next-part")}</p>
      <p class=${failed ? "message fault" : "quiet"}>${standingWords(standing)}</p>
      ${anyway && html`<p class="small quiet">${text("promotion-recorded")}</p>`}
    <//>`;
}

/**
 * The way back to the version before.
 * @param {{before: NonNullable<PromotionHistory["version_before"]>, onDone: () => unknown}} props
 */
export function RollBackAction({ before, onDone }) {
  const [asking, setAsking] = useState(false);
  const { version } = before.model;
  return html`
    <button onClick=${() => setAsking(true)}>${text("promotion-roll-back-to", { version })}</button>
    ${
      asking &&
      html`
      <${ReasonDialog} title=${text("promotion-roll-back-title", before.model)} presets=${ROLL_BACK.map((why) => text(`promotion-why-back-${why}`))}
        action=${text("promotion-roll-back")} onClose=${() => setAsking(false)}
        onDone=${async (/** @type {string} */ why) => {
          await rollBack(why);
          onDone();
          notify(text("promotion-roll-back-done", { version }));
        }}>
        <p>${text("promotion-roll-back-words", { version, threshold: showScore(before.threshold) })}</p>
      <//>`
    }`;
}

/** @typedef {PromotionHistory["changes"][number]} ModelChange */

/** @param {ModelChange["before"]} use */
const modelWords = (use) =>
  use
    ? richText(
        "promotion-model",
        { ...use.model, threshold: showScore(use.threshold) },
        { quiet: (words) => html`<span class="quiet">${words}</span>` },
      )
    : text("promotion-no-model");

/** @param {ModelChange} change */
function recordWords({ changed_at, author, recipe, recipe_version: version, regression, trial }) {
  const made = { at: showDateTime(changed_at), author, recipe, version: String(version) };
  const { state, failures } = regression ?? { state: "empty", failures: [] };
  const tried = trial?.summary;
  return [
    text("promotion-record", made),
    state !== "empty" && text("promotion-record-checked", { state, failures: failures.length }),
    tried && text("promotion-record-trial", tried),
  ]
    .filter(Boolean)
    .join("");
}

/**
 * Every change of model or threshold: who, when, why.
 * @param {{changes: ModelChange[]}} props
 */
export function PromotionHistory({ changes }) {
  if (!changes.length) return null;
  return html`
    <details class="history"><summary>${text("promotion-history", { count: changes.length })}</summary>
      <ul class="rows" data-testid="promotions">
        ${changes.map(
          (change) => html`
          <li key=${change.promotion_id}><div>
            <p><b>${modelWords(change.before)} → ${modelWords(change.after)}</b></p>
            <p>${change.why || html`<span class="quiet">${text("promotion-no-reason")}</span>`}</p>
            ${change.objections.map((objection) => html`<p key=${objection} class="small">${richText("promotion-in-spite", { objection })}</p>`)}
            <p class="quiet small">${recordWords(change)}</p>
          </div><span class="tag">${text(`promotion-kind-${change.kind}`)}</span></li>`,
        )}
      </ul>
    </details>`;
}
