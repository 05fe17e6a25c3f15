import { html } from "../../preact.js";
import { showRatio, showScore } from "../../pure/format.js";
import { query } from "../../pure/query.js";
import { useAnswer } from "../../state/answer.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";
import { StoredPicture } from "../shared/stored_picture.js";

/** @typedef {ModelComparison["before"]} Calls */

/**
 * The model and the one before on the same pictures; thresholds are the models' own where null.
 * @param {ModelVersion} model
 * @param {ModelVersion | null} other
 * @param {{threshold?: number | null, otherThreshold?: number | null}} thresholds
 */
export function useComparison(model, other, { threshold, otherThreshold } = {}) {
  const asked = query({
    other_name: other?.name,
    other_version: other?.version,
    threshold,
    other_threshold: otherThreshold,
  });
  return useAnswer(
    other
      ? /** @type {const} */ (`models/${model.name}/${model.version}/comparison${asked}`)
      : null,
  ).answer;
}

/** @type {(verdict: boolean) => string} */
const word = (rejects) => (rejects ? "NG" : "OK");

/**
 * @param {{comparison: ModelComparison, names: [string, string]}} props
 */
function Figures({ comparison: { before, after, normal, anomaly }, names }) {
  /** @type {(name: string, show: (calls: Calls) => Children, worse?: boolean) => Children} */
  const row = (name, show, worse = false) => html`
    <tr><th scope="row">${name}</th><td>${show(before)}</td><td class=${worse ? "wrong" : ""}>${show(after)}</td></tr>`;
  return html`
    <table class="confusion" data-testid="comparison-figures">
      <caption class="visually-hidden">${text("compare-versions-figures")}</caption>
      <thead><tr><td></td>${names.map((name) => html`<th key=${name} scope="col">${name}</th>`)}</tr></thead>
      <tbody>
        ${anomaly > 0 && row(text("compare-versions-found"), ({ found }) => text("metrics-share", { count: found, all: anomaly }), after.found < before.found)}
        ${normal > 0 && row(text("compare-versions-rejected"), ({ rejected }) => text("metrics-share", { count: rejected, all: normal }), after.rejected > before.rejected)}
        ${after.metrics && row("F1", ({ metrics }) => showRatio(metrics?.f1))}
        ${after.metrics && row("AUROC", ({ metrics }) => showRatio(metrics?.image_auroc))}
        ${row(text("metrics-threshold"), ({ threshold }) => showScore(threshold))}
      </tbody>
    </table>`;
}

/**
 * A picture on which they differ, with the version that agrees with its label.
 * @param {{
 *   picture: ModelComparison["pictures"][number],
 *   comparison: ModelComparison,
 *   names: [string, string],
 * }} props
 */
function Difference({ picture, comparison, names }) {
  const was = picture.score_before > comparison.before.threshold;
  const is = picture.score > comparison.after.threshold;
  const newIsRight = is === (picture.label === "anomaly");
  return html`
    <${StoredPicture} picture=${picture}>
      <span class="quiet">${word(was)} → ${word(is)}</span>
      <span class=${`tag ${newIsRight ? "" : "fault"}`}>${text("compare-versions-right", { model: names[newIsRight ? 1 : 0] })}</span>
    <//>`;
}

/**
 * Two versions on the pictures that both were tested on: figures side by side, and the parts on
 * which they differ.
 * @param {{model: ModelVersion, comparison: ModelComparison}} props
 */
export function VersionComparison({ model, comparison }) {
  const { other, normal, anomaly, left_out: leftOut, differ, pictures, objection } = comparison;
  const named = (/** @type {ModelVersion} */ { name, version }) =>
    other.name === model.name
      ? text("compare-versions-version", { version })
      : `${name} ${version}`;
  /** @type {[string, string]} */
  const names = [named(other), named(model)];
  if (normal + anomaly === 0)
    return html`<p class="quiet" data-testid="version-comparison">${text("compare-versions-nothing")}</p>`;
  return html`
    <div class="version-comparison" data-testid="version-comparison">
      ${objection && html`<p class="message fault" data-testid="objection">${richText("compare-versions-worse", model)} ${objection}</p>`}
      <div class="compared">
        <${Figures} comparison=${comparison} names=${names} />
        <p class="small quiet">${text("compare-versions-scored", { normal, anomaly })}
        ${leftOut > 0 && ` ${text("compare-versions-left-out", { count: leftOut, model: named(model) })}`}</p>
      </div>
      <div class="differences" tabindex="0">
      ${
        differ > 0
          ? html`
          <h3>${text("compare-versions-differ", { count: differ })}</h3>
          <ul class="picture-grid">
            ${pictures.map((picture) => html`<${Difference} key=${picture.sha256} picture=${picture} comparison=${comparison} names=${names} />`)}
          </ul>
          ${differ > pictures.length && html`<p class="small quiet">${text("compare-versions-first", { count: pictures.length })}</p>`}`
          : html`<p class="small">${text("compare-versions-alike")}</p>`
      }
      </div>
    </div>`;
}
