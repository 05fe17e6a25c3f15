import { html } from "../preact.js";
import { showCount, showPercent } from "../format.js";

/** Parts of a thousand: one decimal where the whole number would say too little. */
export function ofThousand(share) {
  const parts = share * 1000;
  return parts > 0 && parts < 10 ? Number(parts.toFixed(1)).toString() : showCount(Math.round(parts));
}

// A percent sign never begins a line.
export const percent = (share) => showPercent(share, 0).replace(" ", "\u00a0");

const seenBy = (tested) => (tested?.by === "batch"
  ? "each judged by a model that had seen none of its batch or day" : "each judged by a model that had not seen it");

const SENSIBLE = 10_000;

/** Where so few pictures can't show what was asked for, whatever the scores' distribution. */
function TooFew({ rejects }) {
  const vouched = (rejects.rejected + 1) / (rejects.unseen + 1);
  const needed = Math.ceil(1 / rejects.expected_rate) - 1;
  if (vouched <= rejects.expected_rate || needed <= rejects.unseen || needed > SENSIBLE) return null;
  return html`<p class="small" data-testid="too-few">${showCount(rejects.unseen)} good pictures alone can only vouch for ${ofThousand(vouched)} of 1,000.
    From ${showCount(needed)} on the ${ofThousand(rejects.expected_rate)} hold whatever the parts are like.</p>`;
}

/** What the threshold costs in good parts, and what it catches at that price. */
export function FalseRejects({ rejects, metrics, tested }) {
  const { interval } = rejects;
  const defects = metrics && metrics.true_positives + metrics.false_negatives;
  const caught = metrics?.intervals?.recall;
  return html`
    <section class="price" data-testid="false-rejects">
      <p>Of 1,000 good parts about <b>${ofThousand(rejects.expected_rate)}</b> will be rejected,
        between ${ofThousand(interval.low)} and ${ofThousand(interval.high)} with 95 % confidence.</p>
      ${metrics && html`
        <p data-testid="caught">At that price <b>${percent(metrics.recall)}</b> of defects are caught${caught &&
          html`, between ${percent(caught.low)} and ${percent(caught.high)}`}: ${showCount(metrics.true_positives)} of ${showCount(defects)} pictures.</p>`}
      <p class="small quiet">Counted on ${showCount(rejects.unseen)} good pictures, ${seenBy(tested)}: ${showCount(rejects.rejected)} ${
        rejects.rejected === 1 ? "was" : "were"} rejected.${rejects.independent && rejects.independent < rejects.unseen
          ? ` Pictures of one batch are alike, so they count as ${showCount(rejects.independent)}.` : ""}</p>
      <${TooFew} rejects=${rejects} />
    </section>`;
}
