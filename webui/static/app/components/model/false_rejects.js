import { html } from "../../preact.js";
import { showPercent } from "../../pure/format.js";
import { guaranteeOf, ofThousand, ofThousands } from "../../pure/threshold.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";

/**
 * A percent sign never begins a line.
 * @param {number} share
 */
const percent = (share) => showPercent(share, 0).replace(" ", "\u00a0");

/** @param {Interval} interval */
export const percents = ({ low, high }) => ({ low: percent(low), high: percent(high) });

/** @param {NonNullable<AnomalyManifest["metrics"]>} metrics */
function catches({ recall, true_positives: caught, false_negatives: missed, intervals }) {
  const found = { recall: percent(recall), caught, pictures: caught + missed };
  return intervals?.recall
    ? richText("metrics-catches-between", { ...found, ...percents(intervals.recall) })
    : richText("metrics-catches", found);
}

/**
 * Says so where there are too few pictures to guarantee what was asked for.
 * @param {{rejects: FalseRejects}} props
 */
function TooFew({ rejects }) {
  const guarantee = guaranteeOf(rejects);
  if (!guarantee) return null;
  return html`<p class="small" data-testid="too-few">${text("metrics-too-few-pictures", {
    unseen: rejects.unseen,
    share: ofThousand(guarantee.share),
    pictures: guarantee.pictures,
    asked: ofThousand(rejects.expected_rate),
  })}</p>`;
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
  const { rejected, unseen, independent } = rejects;
  return html`
    <section class="price" data-testid="false-rejects">
      <p>${richText("metrics-false-rejects", {
        rejected: ofThousand(rejects.expected_rate),
        ...ofThousands(rejects.interval),
      })}</p>
      ${metrics && html`<p data-testid="caught">${catches(metrics)}</p>`}
      <p class="small quiet">${text(`metrics-measured-${tested?.by ?? "picture"}`, { rejected, unseen })}${
        independent && independent < unseen
          ? ` ${text("metrics-independent", { count: independent })}`
          : ""
      }</p>
      <${TooFew} rejects=${rejects} />
    </section>`;
}
