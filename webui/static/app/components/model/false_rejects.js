import { html } from "../../preact.js";
import { showCount, showPercent } from "../../pure/format.js";
import { guaranteeOf, ofThousand } from "../../pure/threshold.js";

/**
 * A percent sign never begins a line.
 * @param {number} share
 */
export const percent = (share) => showPercent(share, 0).replace(" ", "\u00a0");

/** @param {AnomalyManifest["cross_validation"]} tested */
const seenBy = (tested) =>
  tested?.by === "batch"
    ? "each scored by a model trained without its batch or day"
    : "each scored by a model trained without it";

/**
 * Says so where there are too few pictures to guarantee what was asked for.
 * @param {{rejects: FalseRejects}} props
 */
function TooFew({ rejects }) {
  const guarantee = guaranteeOf(rejects);
  if (!guarantee) return null;
  return html`<p class="small" data-testid="too-few">${showCount(rejects.unseen)} good pictures can only guarantee fewer than ${ofThousand(guarantee.share)} false rejects per 1,000 good parts.
    Add good pictures, up to ${showCount(guarantee.pictures)}, to guarantee ${ofThousand(rejects.expected_rate)}.</p>`;
}

/**
 * What the threshold costs in good parts, and what it catches at that price.
 * @param {{
 *   rejects: FalseRejects,
 *   metrics: AnomalyManifest["metrics"],
 *   tested: AnomalyManifest["cross_validation"],
 * }} props
 */
export function FalseRejects({ rejects, metrics, tested }) {
  const { interval } = rejects;
  const defects = metrics && metrics.true_positives + metrics.false_negatives;
  const caught = metrics?.intervals?.recall;
  return html`
    <section class="price" data-testid="false-rejects">
      <p>Of 1,000 good parts, about <b>${ofThousand(rejects.expected_rate)}</b> will be rejected
        (between ${ofThousand(interval.low)} and ${ofThousand(interval.high)} with 95 % confidence).</p>
      ${
        metrics &&
        html`
        <p data-testid="caught">This catches <b>${percent(metrics.recall)}</b> of defects${
          caught && html` (between ${percent(caught.low)} and ${percent(caught.high)})`
        }: ${showCount(metrics.true_positives)} of ${showCount(defects)} pictures.</p>`
      }
      <p class="small quiet">Measured on ${showCount(rejects.unseen)} good pictures, ${seenBy(tested)}: ${showCount(rejects.rejected)} ${
        rejects.rejected === 1 ? "was" : "were"
      } rejected.${
        rejects.independent && rejects.independent < rejects.unseen
          ? ` Pictures of one batch are similar, so together they count as ${showCount(rejects.independent)}.`
          : ""
      }</p>
      <${TooFew} rejects=${rejects} />
    </section>`;
}
