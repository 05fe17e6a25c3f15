import { html, useEffect, useState } from "../preact.js";
import { get } from "../api.js";
import { showCount, showPercent, showRatio, showScore } from "../format.js";
import { attempt } from "../notices.js";
import { StoredPicture } from "./stored_picture.js";

const SHOWN = 24;
const SAME = 0.005;

/** A ratio in words: 0.96 is "4.0 % lower". */
function showChange(ratio) {
  if (Math.abs(ratio - 1) < SAME) return "unchanged";
  return `${showPercent(Math.abs(ratio - 1))} ${ratio < 1 ? "lower" : "higher"}`;
}

const ofThousand = (share) => Number((share * 1000).toFixed(1)).toString();

function Row({ name, before, after, text }) {
  return html`
    <tr><th scope="row">${name}${text && html` <span class="small quiet">${text}</span>`}</th><td>${before}</td><td>${after}</td></tr>`;
}

function Changed({ manifest }) {
  const { name, version, growth, threshold } = manifest;
  const [pictures, setPictures] = useState([]);
  const count = growth.changed.length;
  useEffect(() => {
    setPictures([]);
    if (count) attempt(async () => setPictures((await get(`models/${name}/${version}/changed-pictures`)).pictures));
  }, [name, version]);
  if (!count) return html`<p>No stored picture changed sides.</p>`;
  return html`
    <h3>${showCount(count)} stored picture${count === 1 ? "" : "s"} changed sides</h3>
    ${count > SHOWN && html`<p class="small quiet">The first ${SHOWN}:</p>`}
    <ul class="picture-grid">
      ${pictures.slice(0, SHOWN).map((picture) => html`
        <${StoredPicture} key=${picture.sha256} picture=${picture}>
          <span>${picture.score > threshold ? "OK → NG" : "NG → OK"}</span>
          <span class="quiet">${showScore(picture.score_before)} → ${showScore(picture.score)}</span>
        <//>`)}
    </ul>`;
}

/** How a version that learnt further pictures differs from the one before it. */
export function GrowthReport({ manifest }) {
  const { growth, false_rejects: rejects } = manifest;
  const { bank } = growth;
  return html`
    <section class="worst" data-testid="growth">
      <h2>Grown from version ${growth.version}</h2>
      <p>It learnt <b>${showCount(growth.added)} more good picture${growth.added === 1 ? "" : "s"}</b>, beside the ${showCount(growth.learnt)} that
        version ${growth.version} knew. Those were not read again.</p>
      <table class="confusion">
        <caption class="visually-hidden">What growing changed</caption>
        <thead><tr><td></td><th scope="col">version ${growth.version}</th><th scope="col">now</th></tr></thead>
        <tbody>
          <${Row} name="Threshold" before=${showScore(growth.threshold_before)} after=${showScore(manifest.threshold)} />
          ${rejects && html`<${Row} name="Good parts rejected" text="of 1,000, expected"
            before=${ofThousand(growth.expected_reject_rate_before)} after=${ofThousand(rejects.expected_rate)} />`}
          ${growth.auroc !== null && html`<${Row} name="AUROC" text="new good pictures against defects"
            before=${showRatio(growth.auroc_before)} after=${showRatio(growth.auroc)} />`}
          ${bank && html`<${Row} name="Memory bank" text=${`${showCount(bank.before - bank.kept)} vectors replaced`}
            before=${showCount(bank.before)} after=${showCount(bank.after)} />`}
        </tbody>
      </table>
      <p>Scores of good parts like the old ones are ${showChange(growth.good_score_ratio)}${growth.anomaly_score_ratio !== null &&
        `, scores of defects ${showChange(growth.anomaly_score_ratio)}`}.</p>
      <${Changed} manifest=${manifest} />
    </section>`;
}
