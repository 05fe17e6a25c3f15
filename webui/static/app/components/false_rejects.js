import { html } from "../preact.js";
import { showCount, showPercent } from "../format.js";

/** Parts of a thousand: one decimal where the whole number would say too little. */
function ofThousand(share) {
  const parts = share * 1000;
  return parts > 0 && parts < 10 ? Number(parts.toFixed(1)).toString() : showCount(Math.round(parts));
}

// A percent sign never begins a line.
const percent = (share) => showPercent(share, 0).replace(" ", "\u00a0");

/** What the threshold costs in good parts, and what it catches at that price. */
export function FalseRejects({ rejects, metrics }) {
  const { interval } = rejects;
  const defects = metrics && metrics.true_positives + metrics.false_negatives;
  const caught = metrics?.intervals?.recall;
  return html`
    <section class="price" data-testid="false-rejects">
      <p>Of 1,000 good parts about <b>${ofThousand(rejects.expected_rate)}</b> will be rejected,
        between ${ofThousand(interval.low)} and ${ofThousand(interval.high)} with 95 % confidence.</p>
      ${metrics && html`
        <p data-testid="caught">At that price <b>${percent(metrics.recall)}</b> of defects are caught${caught &&
          html`, between ${percent(caught.low)} and ${percent(caught.high)}`}: ${showCount(metrics.true_positives)} of ${showCount(defects)} pictures.</p>`}
      <p class="small quiet">Counted on ${showCount(rejects.unseen)} good pictures, each judged by a model that had not seen
        it: ${showCount(rejects.rejected)} ${rejects.rejected === 1 ? "was" : "were"} rejected.</p>
    </section>`;
}
