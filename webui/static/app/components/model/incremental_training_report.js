import { html } from "../../preact.js";
import { roundTo, showCount, showPercent, showRatio, showScore } from "../../pure/format.js";
import { useAnswer } from "../../state/answer.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";
import { StoredPicture } from "../shared/stored_picture.js";

const SHOWN = 24;
const SAME = 0.005;

/**
 * How scores changed, for a text: 0.96 is 4.0 % lower.
 * @param {number} ratio
 */
function changeOf(ratio) {
  const change = Math.abs(ratio - 1);
  const direction = ratio < 1 ? "lower" : "higher";
  return { change: change < SAME ? "same" : direction, by: showPercent(change) };
}

/** @param {number} share */
const ofThousand = (share) => showCount(roundTo(share * 1000, 1));

/** @param {{name: string, before: string, after: string, words?: string}} props */
function Row({ name, before, after, words }) {
  return html`
    <tr><th scope="row">${name}${words && html` <span class="small quiet">${words}</span>`}</th><td>${before}</td><td>${after}</td></tr>`;
}

/** @param {{manifest: AnomalyManifest, growth: Growth}} props */
function Changed({ manifest, growth }) {
  const { name, version, threshold } = manifest;
  const count = growth.changed.length;
  const { answer } = useAnswer(count ? `models/${name}/${version}/changed-pictures` : null);
  const pictures = answer?.pictures ?? [];
  if (!count) return html`<p>${text("growing-no-change")}</p>`;
  return html`
    <h3>${text("growing-changed", { count })}</h3>
    ${count > SHOWN && html`<p class="small quiet">${text("growing-changed-first", { count: SHOWN })}</p>`}
    <ul class="picture-grid">
      ${pictures.slice(0, SHOWN).map(
        (picture) => html`
        <${StoredPicture} key=${picture.sha256} picture=${picture}>
          <span>${picture.score > threshold ? "OK → NG" : "NG → OK"}</span>
          <span class="quiet">${showScore(picture.score_before)} → ${showScore(picture.score)}</span>
        <//>`,
      )}
    </ul>`;
}

/**
 * How a version of an incremental training differs from the one before it.
 * @param {{manifest: AnomalyManifest, growth: Growth}} props
 */
export function IncrementalTrainingReport({ manifest, growth }) {
  const { false_rejects: rejects } = manifest;
  const { bank, added, learnt } = growth;
  const version = String(growth.version);
  return html`
    <section class="worst" data-testid="growth">
      <h2>${text("growing-report", { version })}</h2>
      <p>${richText("growing-trained", { version, added, learnt })}</p>
      <table class="confusion">
        <caption class="visually-hidden">${text("growing-changes")}</caption>
        <thead><tr><td></td><th scope="col">${text("model-version", { version })}</th><th scope="col">${text("growing-now")}</th></tr></thead>
        <tbody>
          <${Row} name=${text("growing-threshold")} before=${showScore(growth.threshold_before)} after=${showScore(manifest.threshold)} />
          ${
            rejects &&
            html`<${Row} name=${text("growing-rejects")} words=${text("growing-rejects-words")}
            before=${ofThousand(growth.expected_reject_rate_before)} after=${ofThousand(rejects.expected_rate)} />`
          }
          ${
            growth.auroc !== null &&
            html`<${Row} name="AUROC" words=${text("growing-auroc-words")}
            before=${showRatio(growth.auroc_before)} after=${showRatio(growth.auroc)} />`
          }
          ${
            bank &&
            html`<${Row} name=${text("growing-bank")} words=${text("growing-bank-words", { count: bank.before - bank.kept })}
            before=${showCount(bank.before)} after=${showCount(bank.after)} />`
          }
        </tbody>
      </table>
      <p>${text("growing-good-scores", changeOf(growth.good_score_ratio))}
        ${growth.anomaly_score_ratio !== null && ` ${text("growing-defect-scores", changeOf(growth.anomaly_score_ratio))}`}</p>
      <${Changed} manifest=${manifest} growth=${growth} />
    </section>`;
}
