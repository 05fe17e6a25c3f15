import { html } from "../preact.js";
import { useThreshold } from "../threshold.js";
import { methodName, showCount, showDateTime, showPercent, showRatio, showScore } from "../format.js";
import { DefectTypes } from "./defect_types.js";
import { FalseRejects } from "./false_rejects.js";
import { HeldOut } from "./held_out.js";
import { ReviewBand } from "./review_band.js";
import { ScoreHistogram } from "./score_histogram.js";
import { ThresholdSlider } from "./threshold_slider.js";
import { WorstPictures } from "./worst_pictures.js";

function Figure({ name, value, interval, text }) {
  return html`
    <div class="figure">
      <dt>${name}</dt>
      <dd data-testid=${`metric-${name}`}>${value}</dd>
      ${interval && html`<dd class="interval small" data-testid=${`interval-${name}`}>${showRatio(interval.low)} – ${showRatio(interval.high)}</dd>`}
      <dd class="small quiet">${text}</dd>
    </div>`;
}

function Figures({ metrics, threshold }) {
  const { intervals } = metrics;
  return html`
    <div class="figures-block">
      <dl class=${metrics.average_precision === null ? "figures" : "figures six"}>
        <${Figure} name="Precision" value=${showRatio(metrics.precision)} interval=${intervals?.precision} text="of NG calls are right" />
        <${Figure} name="Recall" value=${showRatio(metrics.recall)} interval=${intervals?.recall} text="of defects are found" />
        <${Figure} name="F1" value=${showRatio(metrics.f1)} interval=${intervals?.f1} text="of both together" />
        <${Figure} name="AUROC" value=${showRatio(metrics.image_auroc)} interval=${intervals?.image_auroc} text="at any threshold" />
        ${metrics.average_precision !== null && html`<${Figure} name="Average precision" value=${showRatio(metrics.average_precision)}
          interval=${intervals?.average_precision} text="at any threshold" />`}
        <${Figure} name="Threshold" value=${showScore(threshold)} text="higher is NG" />
      </dl>
      ${intervals && html`<p class="small quiet">Below each figure: where it lies with 95 % confidence. More pictures make it narrower.</p>`}
    </div>`;
}

function Confusion({ metrics }) {
  return html`
    <table class="confusion" data-testid="confusion">
      <caption class="visually-hidden">What the pictures were called</caption>
      <thead><tr><td></td><th scope="col">called OK</th><th scope="col">called NG</th></tr></thead>
      <tbody>
        <tr><th scope="row">normal pictures</th><td>${showCount(metrics.true_negatives)}</td>
          <td class=${metrics.false_positives ? "wrong" : ""}>${showCount(metrics.false_positives)}</td></tr>
        <tr><th scope="row">anomalous pictures</th>
          <td class=${metrics.false_negatives ? "wrong" : ""}>${showCount(metrics.false_negatives)}</td><td>${showCount(metrics.true_positives)}</td></tr>
      </tbody>
    </table>`;
}

function WithoutMetrics({ manifest }) {
  return html`
    <div class="message" data-testid="metrics-unknown">
      <h3>Precision, recall, F1 and AUROC are unknown</h3>
      <p>No anomalous picture was in the dataset, so nobody knows yet how many defects this model finds. The threshold
        is set so that about ${showPercent(manifest.allowed_false_reject_rate, 1)} of good parts are called NG. Add pictures of
        defects on the Training page and train again to know more.</p>
    </div>
    <dl class="figures">
      <${Figure} name="Threshold" value=${showScore(manifest.threshold)} text="a higher score is NG" />
      <${Figure} name="Normal scores" value=${`${showScore(manifest.normal_scores.minimum)} – ${showScore(manifest.normal_scores.maximum)}`}
        text=${`of ${showCount(manifest.normal_scores.count)} normal pictures`} />
    </dl>`;
}

function showInput({ input, tiling }) {
  const size = `${input.width} × ${input.height} px`;
  return tiling && tiling.rows * tiling.columns > 1
    ? `${size}, in ${tiling.rows} × ${tiling.columns} tiles of ${tiling.width} × ${tiling.height} px` : size;
}

/** The varied copies in words; null without any. */
function showCopies(augmentation) {
  if (!augmentation) return null;
  const { quarter_turns: quarters, tilt_degrees: tilt, mirror, light, copies } = augmentation;
  const words = [quarters && "turned by 90°", tilt > 0 && `tilted by up to ${tilt}°`, mirror && "mirrored", light && "lighter and darker"];
  const varied = words.filter(Boolean).join(", ");
  return varied && `${copies} copies of each good picture, ${varied}`;
}

/**
 * Everything a model's manifest says that a person wants to know, at the threshold of the slider.
 * `used` is the recipe's threshold for this model, null where another model runs; `onUse` takes one
 * into the recipe, or null for the trained one. `distance` is the recipe's width of the review band,
 * null for the trained one; `onReview` takes one into the recipe.
 */
export function ModelFigures({ manifest, used, onUse, distance, onReview }) {
  // Before format 3 a bundle has no score per picture, so nothing can be tried out.
  const hasScores = manifest.dataset.every((image) => image.score !== null);
  const tried = useThreshold(manifest, hasScores && used ? used : manifest.threshold);
  const { threshold } = tried;
  const { false_rejects: rejects, metrics, review_band: band, held_out: heldOut, defect_types: types } = tried.effect ?? manifest;
  const width = distance ?? band?.distance ?? 0;
  const copies = showCopies(manifest.augmentation);
  const count = (label) => manifest.dataset.filter((image) => image.label === label).length;
  return html`
    ${rejects && html`<${FalseRejects} rejects=${rejects} metrics=${metrics} tested=${manifest.cross_validation} />`}
    ${heldOut && html`<${HeldOut} found=${heldOut} />`}
    ${metrics ? html`<${Figures} metrics=${metrics} threshold=${threshold} />` : html`<${WithoutMetrics} manifest=${manifest} />`}
    ${manifest.warnings?.length > 0 && html`
      <div class="message warning"><ul>${manifest.warnings.map((warning) => html`<li key=${warning}>${warning}</li>`)}</ul></div>`}
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
      ${copies && html`<dt>Learnt besides</dt><dd>${copies}</dd>`}
      <dt>Model hash</dt><dd class="mono hash">${manifest.content_hash}</dd>
    </dl>`;
}
