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
import { DefectTypes } from "./defect_types.js";
import { FalseRejects } from "./false_rejects.js";
import { HeldOutEvaluation } from "./held_out_evaluation.js";
import { ReviewBand } from "./review_band.js";
import { ScoreHistogram } from "./score_histogram.js";
import { ThresholdSlider } from "./threshold_slider.js";
import { WorstPictures } from "./worst_pictures.js";

/** @typedef {NonNullable<AnomalyManifest["metrics"]>} Metrics */

/** @param {{name: string, value: string, interval?: Interval | null, text: string}} props */
function Figure({ name, value, interval, text }) {
  return html`
    <div class="figure">
      <dt>${name}</dt>
      <dd data-testid=${`metric-${name}`}>${value}</dd>
      ${interval && html`<dd class="interval small" data-testid=${`interval-${name}`}>${showRatio(interval.low)} – ${showRatio(interval.high)}</dd>`}
      <dd class="small quiet">${text}</dd>
    </div>`;
}

/** @param {{metrics: Metrics, threshold: number}} props */
function Figures({ metrics, threshold }) {
  const { intervals } = metrics;
  return html`
    <div class="figures-block">
      <dl class=${metrics.average_precision === null ? "figures" : "figures six"}>
        <${Figure} name="Precision" value=${showRatio(metrics.precision)} interval=${intervals?.precision} text="of NG verdicts are correct" />
        <${Figure} name="Recall" value=${showRatio(metrics.recall)} interval=${intervals?.recall} text="of defects are found" />
        <${Figure} name="F1" value=${showRatio(metrics.f1)} interval=${intervals?.f1} text="balance of both" />
        <${Figure} name="AUROC" value=${showRatio(metrics.image_auroc)} interval=${intervals?.image_auroc} text="at any threshold" />
        ${
          metrics.average_precision !== null &&
          html`<${Figure} name="Average precision" value=${showRatio(metrics.average_precision)}
          interval=${intervals?.average_precision} text="at any threshold" />`
        }
        <${Figure} name="Threshold" value=${showScore(threshold)} text="higher is NG" />
      </dl>
      ${intervals && html`<p class="small quiet">Below each metric is its 95 % confidence interval. More pictures make it narrower.</p>`}
    </div>`;
}

/** @param {{metrics: Metrics}} props */
function Confusion({ metrics }) {
  return html`
    <table class="confusion" data-testid="confusion">
      <caption class="visually-hidden">Confusion matrix</caption>
      <thead><tr><td></td><th scope="col">predicted OK</th><th scope="col">predicted NG</th></tr></thead>
      <tbody>
        <tr><th scope="row">normal pictures</th><td>${showCount(metrics.true_negatives)}</td>
          <td class=${metrics.false_positives ? "wrong" : ""}>${showCount(metrics.false_positives)}</td></tr>
        <tr><th scope="row">anomalous pictures</th>
          <td class=${metrics.false_negatives ? "wrong" : ""}>${showCount(metrics.false_negatives)}</td><td>${showCount(metrics.true_positives)}</td></tr>
      </tbody>
    </table>`;
}

/** @param {{manifest: AnomalyManifest}} props */
function WithoutMetrics({ manifest }) {
  return html`
    <div class="message" data-testid="metrics-unknown">
      <h2>Precision, recall, F1 and AUROC are unknown</h2>
      <p>The dataset had no anomalous pictures, so it is not known how many defects this model finds. The threshold
        is set so that about ${showPercent(manifest.allowed_false_reject_rate, 1)} of good parts are rejected. To measure it, add pictures of
        defects on the Training page and train again.</p>
    </div>
    <dl class="figures">
      <${Figure} name="Threshold" value=${showScore(manifest.threshold)} text="higher is NG" />
      <${Figure} name="Normal scores" value=${`${showScore(manifest.normal_scores.minimum)} – ${showScore(manifest.normal_scores.maximum)}`}
        text=${`of ${showCount(manifest.normal_scores.count)} normal pictures`} />
    </dl>`;
}

/** @param {AnomalyManifest} manifest */
function showInput({ input, tiling }) {
  const size = `${input.width} × ${input.height} px`;
  return tiling && tiling.rows * tiling.columns > 1
    ? `${size}, in ${tiling.rows} × ${tiling.columns} tiles of ${tiling.width} × ${tiling.height} px`
    : size;
}

/**
 * The augmentation in words; null without any.
 * @param {AnomalyManifest["augmentation"]} augmentation
 */
function showCopies(augmentation) {
  if (!augmentation) return null;
  const { quarter_turns: quarters, tilt_degrees: tilt, mirror, light, copies } = augmentation;
  const words = [
    quarters && "rotated by 90°",
    tilt > 0 && `tilted by up to ${tilt}°`,
    mirror && "mirrored",
    light && "lighter and darker",
  ];
  const varied = words.filter(Boolean).join(", ");
  return varied && `${copies} augmented copies of each good picture, ${varied}`;
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
      <dt>Method</dt><dd>${methodName(manifest.method.type)}</dd>
      <dt>Pictures</dt><dd>${count("normal")} normal, ${count("anomaly")} anomalous</dd>
      <dt>Trained</dt><dd>${showDateTime(manifest.created_at)}${manifest.author && ` by ${manifest.author}`}</dd>
      <dt>Input</dt><dd>${showInput(manifest)}</dd>
      ${copies && html`<dt>Augmentation</dt><dd>${copies}</dd>`}
      <dt>Model hash</dt><dd class="mono hash">${manifest.content_hash}</dd>
    </dl>`;
}
