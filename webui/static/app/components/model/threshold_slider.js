import { address } from "../../api.js";
import { html } from "../../preact.js";
import { showPercent, showScore } from "../../pure/format.js";
import { text } from "../../texts/texts.js";
import { Button } from "../shared/button.js";
import { takeValue } from "../shared/field_events.js";
import { StoredPicture } from "../shared/stored_picture.js";
import { VerdictTag } from "../shared/verdict.js";

const STEPS = 400;
const WIDTH_PX = 160;
const RATES = [0.001, 0.005, 0.01, 0.05];

/** @import { Choice } from "../../state/threshold_trial.js" */

/**
 * From below the lowest score to above the highest: all that a threshold can change.
 * @param {AnomalyManifest} manifest
 */
function limitsOf({ histogram, threshold }) {
  const low = Math.min(...histogram.edges, threshold);
  const high = Math.max(...histogram.edges, threshold);
  const air = (high - low || Math.abs(high) || 1) * 0.08;
  return { low: Math.max(low - air, 0), high: high + air };
}

/** @param {ThresholdEffect["inspections"][number]} part */
const nameOf = ({ trigger_id: id }) => text("threshold-part", { part: String(id) });

/** @param {{manifest: AnomalyManifest, threshold: number, effect: ThresholdEffect}} props */
function Changed({ manifest, threshold, effect }) {
  const call = threshold > manifest.threshold ? "OK" : "NG";
  const { changed_pictures: count, pictures, inspections } = effect;
  return html`
    <div class="changed" data-testid="changed">
      <h3>${text("threshold-changed", { count, verdict: call })}</h3>
      ${count > pictures.length && html`<p class="small quiet">${text("threshold-closest", { count: pictures.length })}</p>`}
      ${
        count > 0 &&
        html`
        <ul class="picture-grid">
          ${pictures.map(
            (picture) => html`
            <${StoredPicture} key=${picture.sha256} picture=${picture}><span class="quiet">${showScore(picture.score)}</span><//>`,
          )}
        </ul>`
      }
      ${
        inspections.length > 0 &&
        html`
        <h3>${text("threshold-changed-parts", { verdict: call })}</h3>
        <ul class="picture-grid" data-testid="changed-parts">
          ${inspections.map(
            (part) => html`
            <li key=${part.inspection_id} class="picture" title=${nameOf(part)}>
              ${
                part.picture_path
                  ? html`<img src=${address.picture(part.inspection_id, WIDTH_PX)} loading="lazy" alt=${nameOf(part)} />`
                  : html`<p class="gone small">${nameOf(part)}</p>`
              }
              <p class="picture-label small"><${VerdictTag} outcome=${part.outcome} /><span class="quiet">${showScore(part.score)}</span></p>
            </li>`,
          )}
        </ul>`
      }
    </div>`;
}

/**
 * Tries thresholds out: nothing changes on the line until one is used.
 * @param {{
 *   manifest: AnomalyManifest,
 *   threshold: number,
 *   effect: ThresholdEffect | null,
 *   tryOut: Setter<Choice>,
 *   used: number | null,
 *   onUse: Setter<number | null> | null,
 * }} props
 */
export function ThresholdSlider({ manifest, threshold, effect, tryOut, used, onUse }) {
  const { low, high } = limitsOf(manifest);
  const step = (high - low) / STEPS;
  /** @param {string} position */
  const slide = (position) => tryOut({ threshold: low + Number(position) * step });
  const trained = threshold === manifest.threshold;
  return html`
    <section class="threshold-slider" data-testid="threshold-slider">
      <div class="field range">
        <div class="field-head"><label class="field-label" for="threshold">${text("metrics-threshold")}</label><b>${showScore(threshold)}</b></div>
        <input id="threshold" type="range" min="0" max=${STEPS} step="1" value=${(threshold - low) / step} onInput=${takeValue(slide)}
          aria-valuetext=${text("threshold-value", { threshold: showScore(threshold) })} />
        <p class="limits"><span>${text("threshold-fewer-missed")}</span><span>${text("threshold-fewer-rejects")}</span></p>
      </div>
      <div class="button-row" role="group" aria-label=${text("threshold-allowed")}>
        <span class="small quiet">${text("threshold-allowed-head")}</span>
        ${RATES.map((rate) => html`<button key=${rate} onClick=${() => tryOut({ false_reject_rate: rate })}>${showPercent(rate)}</button>`)}
      </div>
      ${
        onUse &&
        html`
        <div class="button-row">
          <${Button} class="strong" whyNot=${threshold === used && text("threshold-used-already")} onClick=${() => onUse(trained ? null : threshold)}>
            ${text(threshold === used ? "threshold-in-use" : "threshold-use")}</button>
          ${!trained && html`<button onClick=${() => tryOut({ threshold: manifest.threshold })}>${text("threshold-reset", { threshold: showScore(manifest.threshold) })}</button>`}
        </div>`
      }
      ${effect?.note && html`<p class="message" data-testid="threshold-note">${effect.note}.</p>`}
      ${effect && !trained && html`<${Changed} manifest=${manifest} threshold=${threshold} effect=${effect} />`}
    </section>`;
}
