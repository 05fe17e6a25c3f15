// How well a detector that was trained here finds objects in pictures not used for training.
import { html } from "../../preact.js";
import { showCount, showRatio } from "../../pure/format.js";
import { text } from "../../texts/texts.js";

/** @param {number | null} figure */
const shown = (figure) => (figure === null ? text("metrics-detection-unknown") : showRatio(figure));

/** @param {{training: NonNullable<DetectionManifest["training"]>}} props */
export function DetectionMetrics({ training }) {
  const { metrics, dataset, epochs, best_epoch: best } = training;
  const learnt = dataset.filter(({ use }) => use !== "test").length;
  return html`
    <section class="detection-figures" data-testid="detection-figures">
      <h2>${text("metrics-detection", { count: metrics.pictures })}</h2>
      <dl class="figures">
        <div class="figure"><dt>mAP@0.5</dt><dd>${shown(metrics.map_50)}</dd>
          <dd class="small quiet">${text("metrics-detection-half")}</dd></div>
        <div class="figure"><dt>mAP@0.5:0.95</dt><dd>${shown(metrics.map_50_95)}</dd>
          <dd class="small quiet">${text("metrics-detection-strict")}</dd></div>
      </dl>
      <table class="confusion">
        <thead><tr><th scope="col">${text("metrics-detection-class")}</th><th scope="col">${text("metrics-detection-boxes")}</th><th scope="col">AP@0.5</th><th scope="col">AP@0.5:0.95</th></tr></thead>
        <tbody>${metrics.classes.map(
          ({ name, boxes, ap_50: half, ap_50_95: all }) => html`
          <tr key=${name}><th scope="row">${name}</th><td>${showCount(boxes)}</td><td>${shown(half)}</td><td>${shown(all)}</td></tr>`,
        )}</tbody>
      </table>
      <p class="small quiet">${text("metrics-detection-words", { count: learnt, best, epochs })}</p>
    </section>`;
}
