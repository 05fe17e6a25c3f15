import { html } from "../../preact.js";
import { showCount, showPercent, showRatio, showScore } from "../../pure/format.js";
import { useAnswer } from "../../state/answer.js";
import { StoredPicture } from "../shared/stored_picture.js";

const SHOWN = 24;
const SAME = 0.005;

/**
 * A ratio in words: 0.96 is "4.0 % lower".
 * @param {number} ratio
 */
function showChange(ratio) {
  if (Math.abs(ratio - 1) < SAME) return "unchanged";
  return `${showPercent(Math.abs(ratio - 1))} ${ratio < 1 ? "lower" : "higher"}`;
}

/** @param {number} share */
const ofThousand = (share) => Number((share * 1000).toFixed(1)).toString();

/** @param {{name: string, before: string, after: string, text?: string}} props */
function Row({ name, before, after, text }) {
  return html`
    <tr><th scope="row">${name}${text && html` <span class="small quiet">${text}</span>`}</th><td>${before}</td><td>${after}</td></tr>`;
}

/** @param {{manifest: AnomalyManifest, growth: Growth}} props */
function Changed({ manifest, growth }) {
  const { name, version, threshold } = manifest;
  const count = growth.changed.length;
  const { answer } = useAnswer(count ? `models/${name}/${version}/changed-pictures` : null);
  const pictures = answer?.pictures ?? [];
  if (!count) return html`<p>No stored picture changed its verdict.</p>`;
  return html`
    <h3>${showCount(count)} stored picture${count === 1 ? "" : "s"} changed verdict</h3>
    ${count > SHOWN && html`<p class="small quiet">The first ${SHOWN}:</p>`}
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
  const { bank } = growth;
  return html`
    <section class="worst" data-testid="growth">
      <h2>Incremental training from version ${growth.version}</h2>
      <p>Trained on <b>${showCount(growth.added)} more good picture${growth.added === 1 ? "" : "s"}</b>, in addition to the ${showCount(growth.learnt)} of
        version ${growth.version}, which were not read again.</p>
      <table class="confusion">
        <caption class="visually-hidden">What the incremental training changed</caption>
        <thead><tr><td></td><th scope="col">version ${growth.version}</th><th scope="col">now</th></tr></thead>
        <tbody>
          <${Row} name="Threshold" before=${showScore(growth.threshold_before)} after=${showScore(manifest.threshold)} />
          ${
            rejects &&
            html`<${Row} name="Good parts rejected" text="of 1,000, expected"
            before=${ofThousand(growth.expected_reject_rate_before)} after=${ofThousand(rejects.expected_rate)} />`
          }
          ${
            growth.auroc !== null &&
            html`<${Row} name="AUROC" text="new good pictures versus defects"
            before=${showRatio(growth.auroc_before)} after=${showRatio(growth.auroc)} />`
          }
          ${
            bank &&
            html`<${Row} name="Memory bank" text=${`${showCount(bank.before - bank.kept)} vectors replaced`}
            before=${showCount(bank.before)} after=${showCount(bank.after)} />`
          }
        </tbody>
      </table>
      <p>Scores of the earlier good parts are ${showChange(growth.good_score_ratio)}${
        growth.anomaly_score_ratio !== null &&
        `, scores of defects ${showChange(growth.anomaly_score_ratio)}`
      }.</p>
      <${Changed} manifest=${manifest} growth=${growth} />
    </section>`;
}
