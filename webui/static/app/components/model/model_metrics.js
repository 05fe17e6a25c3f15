import { html } from "../../preact.js";
import {
  methodName,
  showCount,
  showDateTime,
  showPercent,
  showRatio,
  showScore,
} from "../../pure/format.js";
import { useThreshold } from "../../state/threshold_trial.js";
import { text } from "../../texts/texts.js";
import { DefectTypes } from "./defect_types.js";
import { FalseRejects } from "./false_rejects.js";
import { HeldOutEvaluation } from "./held_out_evaluation.js";
import { ReviewBand } from "./review_band.js";
import { ScoreHistogram } from "./score_histogram.js";
import { ThresholdSlider } from "./threshold_slider.js";
import { WorstPictures } from "./worst_pictures.js";

/** @typedef {NonNullable<AnomalyManifest["metrics"]>} Metrics */

/**
 * A figure with what it means; tests know it by `id`.
 * @param {{id: string, name?: string, value: string, interval?: Interval | null, meaning: string}} props
 */
function Figure({ id, name = id, value, interval, meaning }) {
  return html`
    <div class="figure">
      <dt>${name}</dt>
      <dd data-testid=${`metric-${id}`}>${value}</dd>
      ${interval && html`<dd class="interval small" data-testid=${`interval-${id}`}>${showRatio(interval.low)} – ${showRatio(interval.high)}</dd>`}
      <dd class="small quiet">${meaning}</dd>
    </div>`;
}

/** @param {{metrics: Metrics, threshold: number}} props */
function Figures({ metrics, threshold }) {
  const { intervals } = metrics;
  return html`
    <div class="figures-block">
      <dl class=${metrics.average_precision === null ? "figures" : "figures six"}>
        <${Figure} id="Precision" name=${text("metrics-precision")} value=${showRatio(metrics.precision)} interval=${intervals?.precision} meaning=${text("metrics-precision-meaning")} />
        <${Figure} id="Recall" name=${text("metrics-recall")} value=${showRatio(metrics.recall)} interval=${intervals?.recall} meaning=${text("metrics-recall-meaning")} />
        <${Figure} id="F1" value=${showRatio(metrics.f1)} interval=${intervals?.f1} meaning=${text("metrics-f1-meaning")} />
        <${Figure} id="AUROC" value=${showRatio(metrics.image_auroc)} interval=${intervals?.image_auroc} meaning=${text("metrics-any-threshold")} />
        ${
          metrics.average_precision !== null &&
          html`<${Figure} id="Average precision" name=${text("metrics-average-precision")} value=${showRatio(metrics.average_precision)}
          interval=${intervals?.average_precision} meaning=${text("metrics-any-threshold")} />`
        }
        <${Figure} id="Threshold" name=${text("metrics-threshold")} value=${showScore(threshold)} meaning=${text("metrics-threshold-meaning")} />
      </dl>
      ${intervals && html`<p class="small quiet">${text("metrics-intervals")}</p>`}
    </div>`;
}

/** @param {{metrics: Metrics}} props */
function Confusion({ metrics }) {
  return html`
    <table class="confusion" data-testid="confusion">
      <caption class="visually-hidden">${text("metrics-confusion")}</caption>
      <thead><tr><td></td><th scope="col">${text("metrics-predicted", { verdict: "OK" })}</th><th scope="col">${text("metrics-predicted", { verdict: "NG" })}</th></tr></thead>
      <tbody>
        <tr><th scope="row">${text("metrics-normal-pictures")}</th><td>${showCount(metrics.true_negatives)}</td>
          <td class=${metrics.false_positives ? "wrong" : ""}>${showCount(metrics.false_positives)}</td></tr>
        <tr><th scope="row">${text("metrics-anomalous-pictures")}</th>
          <td class=${metrics.false_negatives ? "wrong" : ""}>${showCount(metrics.false_negatives)}</td><td>${showCount(metrics.true_positives)}</td></tr>
      </tbody>
    </table>`;
}

/** @param {{manifest: AnomalyManifest}} props */
function WithoutMetrics({ manifest }) {
  return html`
    <div class="message" data-testid="metrics-unknown">
      <h2>${text("metrics-unknown")}</h2>
      <p>${text("metrics-unknown-words", { rate: showPercent(manifest.allowed_false_reject_rate) })}</p>
    </div>
    <dl class="figures">
      <${Figure} id="Threshold" name=${text("metrics-threshold")} value=${showScore(manifest.threshold)} meaning=${text("metrics-threshold-meaning")} />
      <${Figure} id="Normal scores" name=${text("metrics-normal-scores")} value=${`${showScore(manifest.normal_scores.minimum)} – ${showScore(manifest.normal_scores.maximum)}`}
        meaning=${text("metrics-normal-scores-meaning", { count: manifest.normal_scores.count })} />
    </dl>`;
}

/** @param {AnomalyManifest} manifest */
function showInput({ input, tiling }) {
  const size = `${input.width} × ${input.height} px`;
  if (!tiling || tiling.rows * tiling.columns === 1) return size;
  const tiles = `${tiling.rows} × ${tiling.columns}`;
  return text("metrics-input-tiles", {
    size,
    tiles,
    tile: `${tiling.width} × ${tiling.height} px`,
  });
}

/**
 * The augmentation in words; null without any.
 * @param {AnomalyManifest["augmentation"]} augmentation
 */
function showCopies(augmentation) {
  if (!augmentation) return null;
  const { quarter_turns: quarters, tilt_degrees: tilt, mirror, light, copies } = augmentation;
  const words = [
    quarters && text("metrics-copies-quarters"),
    tilt > 0 && text("metrics-copies-tilt", { degrees: tilt }),
    mirror && text("metrics-copies-mirror"),
    light && text("metrics-copies-light"),
  ];
  const varied = words.filter(Boolean).join(", ");
  return varied && text("metrics-copies", { copies, varied });
}

/**
 * Everything a model's manifest says that a person wants to know, at the threshold of the slider.
 * `used` is the recipe's threshold for this model, null where another model runs; `onUse` takes one
 * into the recipe, or null for the trained one. `distance` is the recipe's width of the review band,
 * null for the trained one; `onReview` takes one into the recipe.
 * @param {{
 *   manifest: AnomalyManifest,
 *   used: number | null,
 *   onUse: Setter<number | null> | null,
 *   distance: number | null,
 *   onReview: Setter<number | null> | null,
 * }} props
 */
export function ModelMetrics({ manifest, used, onUse, distance, onReview }) {
  // Before format 3 a bundle has no score per picture, so nothing can be tried out.
  const hasScores = manifest.dataset.every((image) => image.score !== null);
  const tried = useThreshold(manifest, hasScores && used ? used : manifest.threshold);
  const { threshold } = tried;
  const {
    false_rejects: rejects,
    metrics,
    review_band: band,
    held_out: heldOut,
    defect_types: types,
  } = tried.effect ?? manifest;
  const width = distance ?? band?.distance ?? 0;
  const copies = showCopies(manifest.augmentation);
  const trainedAt = showDateTime(manifest.created_at);
  /** @param {Label} label */
  const count = (label) => manifest.dataset.filter((image) => image.label === label).length;
  return html`
    ${rejects && html`<${FalseRejects} rejects=${rejects} metrics=${metrics} tested=${manifest.cross_validation} />`}
    ${heldOut && html`<${HeldOutEvaluation} heldOut=${heldOut} />`}
    ${metrics ? html`<${Figures} metrics=${metrics} threshold=${threshold} />` : html`<${WithoutMetrics} manifest=${manifest} />`}
    ${
      manifest.warnings.length > 0 &&
      html`
      <div class="message warning"><ul>${manifest.warnings.map((warning) => html`<li key=${warning}>${warning}</li>`)}</ul></div>`
    }
    <${ScoreHistogram} histogram=${manifest.histogram} threshold=${threshold} distance=${width} />
    ${band && html`<${ReviewBand} band=${band} distance=${distance} onReview=${onReview} />`}
    ${hasScores && html`<${ThresholdSlider} manifest=${manifest} ...${tried} used=${used} onUse=${onUse} />`}
    ${types.length > 0 && html`<${DefectTypes} types=${types} />`}
    ${metrics && html`<${Confusion} metrics=${metrics} />`}
    ${manifest.worst_pictures.length > 0 && html`<${WorstPictures} manifest=${manifest} />`}
    <dl class="facts small">
      <dt>${text("metrics-method")}</dt><dd>${methodName(manifest.method.type)}</dd>
      <dt>${text("metrics-pictures")}</dt><dd>${text("metrics-pictures-used", { normal: count("normal"), anomaly: count("anomaly") })}</dd>
      <dt>${text("metrics-trained")}</dt><dd>${manifest.author ? text("metrics-trained-by", { at: trainedAt, author: manifest.author }) : trainedAt}</dd>
      <dt>${text("metrics-input")}</dt><dd>${showInput(manifest)}</dd>
      ${copies && html`<dt>${text("metrics-augmentation")}</dt><dd>${copies}</dd>`}
      <dt>${text("metrics-hash")}</dt><dd class="mono hash">${manifest.content_hash}</dd>
    </dl>`;
}
