// The two answers of a person about a part that the station judged, large enough for gloves.
import { html, useState } from "../../preact.js";
import { showDateTime } from "../../pure/format.js";
import { attempt, notify } from "../../state/notices.js";
import { sendReview } from "../../state/part_review.js";
import { text } from "../../texts/texts.js";
import { OUTCOME_SHAPES } from "./icons.js";

/** @param {NonNullable<InspectionEntry["review"]>} review */
const markedBy = ({ verdict, author, reviewed_at }) =>
  text("review-marked-by", { verdict, author, at: showDateTime(reviewed_at) });

/**
 * `dataset` gets the part's picture with the same press; "" for none.
 * @param {{
 *   entry: InspectionEntry,
 *   dataset: string,
 *   split?: Split | null,
 *   onSettled: Setter<InspectionEntry>,
 * }} props
 */
export function ReviewAnswers({ entry, dataset, split = null, onSettled }) {
  const { inspection, review } = entry;
  const [busy, setBusy] = useState(false);
  /** @param {Verdict} verdict */
  const say = (verdict) =>
    attempt(async () => {
      setBusy(true);
      try {
        const { review, into } = await sendReview(entry.inspection, { verdict, dataset, split });
        const number = String(inspection.trigger_id);
        notify(
          into
            ? text("review-marked-and-added", { number, verdict, dataset: into })
            : text("review-marked", { number, verdict }),
        );
        onSettled({ ...entry, review });
      } finally {
        setBusy(false);
      }
    });
  /** @param {{verdict: Verdict}} props */
  const Answer = ({ verdict }) => html`
    <button class="really" disabled=${busy} aria-pressed=${review?.verdict === verdict} onClick=${() => say(verdict)}>
      <${OUTCOME_SHAPES[verdict]} size=${22} />${text("review-really", { verdict })}</button>`;
  return html`
    <div class="review-answers"><${Answer} verdict="OK" /><${Answer} verdict="NG" /></div>
    ${
      review
        ? html`<p class="small quiet" data-testid="reviewed">${markedBy(review)}</p>`
        : html`<p class="small quiet">${text("review-line-unchanged")}</p>`
    }`;
}
