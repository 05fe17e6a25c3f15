import { html } from "../../preact.js";
import { rejectsOf } from "../../pure/archive.js";
import { showDateMinute, showFixed, showScore } from "../../pure/format.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";

const NEXT_PARTS = 1000;

/** @type {(share: number) => string} */
const ofThousand = (share) => showFixed(share * NEXT_PARTS, 1);
/** @type {(share: number) => string} */
const signed = (share) => `${share < 0 ? "−" : "+"}${showFixed(Math.abs(share * NEXT_PARTS), 1)}`;

/**
 * The sentence that a decision rests on, with its interval; without a judged part there is none.
 * @param {{inspection: ArchiveInspection, summary: ArchiveSummary}} props
 */
export function ArchiveHeadline({ inspection, summary }) {
  const { rejects } = summary;
  if (!rejects) return html`<p class="quiet">${text("archive-nothing-judged")}</p>`;
  return html`
    <p class="archive-headline" data-testid="archive-headline">${richText("archive-headline", {
      version: String(inspection.model.version),
      before: ofThousand(rejects.before),
      after: ofThousand(rejects.after),
    })}</p>
    <p class="small quiet">${text("archive-interval", {
      difference: signed(rejects.difference),
      low: signed(rejects.low),
      high: signed(rejects.high),
    })} ${text("archive-as-of", {
      count: rejectsOf(summary.counts)?.parts ?? 0,
      recipe: inspection.recipe,
      since: showDateMinute(inspection.since),
      at: showDateMinute(inspection.judged_at),
      threshold: showScore(summary.threshold),
    })}</p>`;
}
