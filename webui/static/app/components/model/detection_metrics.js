// How well a detector that was trained here finds objects in pictures not used for training.
import { html } from "../../preact.js";
import { showCount, showRatio } from "../../pure/format.js";

/** @param {number | null} figure */
const shown = (figure) => (figure === null ? "unknown" : showRatio(figure));

/** @param {{training: NonNullable<DetectionManifest["training"]>}} props */
export function DetectionMetrics({ training }) {
  const { metrics, dataset, epochs, best_epoch: best } = training;
  const learnt = dataset.filter(({ use }) => use !== "test").length;
  return html`
    <section class="detection-figures" data-testid="detection-figures">
      <h2>On ${showCount(metrics.pictures)} pictures not used for training</h2>
      <dl class="figures">
        <div class="figure"><dt>mAP@0.5</dt><dd>${shown(metrics.map_50)}</dd>
          <dd class="small quiet">boxes that overlap the annotated ones by at least half are correct</dd></div>
        <div class="figure"><dt>mAP@0.5:0.95</dt><dd>${shown(metrics.map_50_95)}</dd>
          <dd class="small quiet">averaged over stricter overlaps, up to 0.95</dd></div>
      </dl>
      <table class="confusion">
        <thead><tr><th scope="col">class</th><th scope="col">boxes</th><th scope="col">AP@0.5</th><th scope="col">AP@0.5:0.95</th></tr></thead>
        <tbody>${metrics.classes.map(
          ({ name, boxes, ap_50: half, ap_50_95: all }) => html`
          <tr key=${name}><th scope="row">${name}</th><td>${showCount(boxes)}</td><td>${shown(half)}</td><td>${shown(all)}</td></tr>`,
        )}</tbody>
      </table>
      <p class="small quiet">Trained on ${showCount(learnt)} picture${learnt === 1 ? "" : "s"}. Epoch ${best} of ${epochs} was the best. 1 means that every object was found and nothing else.</p>
    </section>`;
}
