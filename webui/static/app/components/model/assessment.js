import { html } from "../../preact.js";
import { useAnswer } from "../../state/answer.js";
import { text } from "../../texts/texts.js";

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

/** @type {(dataset: string, conflicts: number | null) => string} */
const conflictWords = (dataset, conflicts) =>
  conflicts === null
    ? text("metrics-labels-unchecked", { dataset })
    : text("metrics-labels-checked", { dataset, groups: conflicts });

/**
 * What is wrong with a model's figures, and where labels may be the cause, the way to check them.
 * @param {{assessment: ModelAssessment | null}} props
 */
export function AssessmentMessage({ assessment }) {
  if (!assessment?.summary) return null;
  const {
    state,
    summary,
    labels_suspect: suspect,
    dataset,
    label_conflicts: conflicts,
  } = assessment;
  const checks = state === "unusable" && dataset && (suspect || Boolean(conflicts));
  const choose = () => dataset && sessionStorage.setItem("dataset", dataset);
  return html`
    <section class=${`message ${state === "unusable" ? "fault" : ""}`} data-testid="assessment" data-state=${state} aria-label=${text("metrics-assessment")}>
      ${state === "unusable" && html`<h2>${text("metrics-too-few-defects")}</h2>`}
      <p>${summary}</p>
      ${
        checks &&
        html`
        <p>${conflictWords(dataset, conflicts)}</p>
        <div class="button-row"><a class="button" href="/training" data-page onClick=${choose}>${text("metrics-check-dataset")}</a></div>`
      }
    </section>`;
}
