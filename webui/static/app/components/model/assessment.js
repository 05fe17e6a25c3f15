import { html } from "../../preact.js";
import { showCount } from "../../pure/format.js";
import { useAnswer } from "../../state/answer.js";

/**
 * Whether a model finds defects, at the threshold in force; null until that is known.
 * @param {ModelVersion} model
 * @param {number | null} threshold null is the model's own
 */
export const useAssessment = ({ name, version }, threshold) =>
  useAnswer(
    threshold === null
      ? /** @type {const} */ (`models/${name}/${version}/assessment`)
      : /** @type {const} */ (`models/${name}/${version}/assessment?threshold=${threshold}`),
  ).answer;

/** @param {ModelAssessment} assessment */
function conflictWords({ dataset, label_conflicts: conflicts }) {
  if (conflicts === null)
    return `The dataset ${dataset} was never checked for contradictory labels.`;
  if (conflicts === 0)
    return `The last check of the dataset ${dataset} found no contradictory labels.`;
  const groups = conflicts === 1 ? "one group" : `${showCount(conflicts)} groups`;
  return `The last check of the dataset ${dataset} found ${groups} of near duplicates labelled both normal and anomalous.`;
}

/**
 * What is wrong with a model's figures, and where labels may be the cause, the way to check them.
 * @param {{assessment: ModelAssessment | null}} props
 */
export function AssessmentMessage({ assessment }) {
  if (!assessment?.summary) return null;
  const { state, summary, labels_suspect: suspect, dataset, label_conflicts } = assessment;
  const checks = state === "unusable" && dataset && (suspect || Boolean(label_conflicts));
  const choose = () => dataset && sessionStorage.setItem("dataset", dataset);
  return html`
    <section class=${`message ${state === "unusable" ? "fault" : ""}`} data-testid="assessment" data-state=${state} aria-label="Assessment">
      ${state === "unusable" && html`<h2>This model finds too few defects</h2>`}
      <p>${summary}</p>
      ${
        checks &&
        html`
        <p>${conflictWords(assessment)}</p>
        <div class="button-row"><a class="button" href="/training" data-page onClick=${choose}>Check dataset</a></div>`
      }
    </section>`;
}
