// What a part that is held on the Inspection page really is, said from where the person stands.
import { html, useState } from "../../preact.js";
import { canBeReviewed } from "../../pure/review_queue.js";
import { useAnswer } from "../../state/answer.js";
import { reviewDataset } from "../../state/review_dataset.js";
import { useStore } from "../../state/store.js";
import { text } from "../../texts/texts.js";
import { ReviewAnswers } from "../shared/review_answers.js";

/** @param {{inspection: Inspection}} props */
export function HeldReview({ inspection }) {
  const { inspection_id: id } = inspection;
  const { answer } = useAnswer(/** @type {const} */ (`inspections/${id}`));
  const [settled, setSettled] = useState(/** @type {InspectionEntry | null} */ (null));
  const usual = useStore(reviewDataset);
  const entry = settled?.inspection.inspection_id === id ? settled : answer;
  if (!entry || !canBeReviewed(inspection)) return null;
  const dataset = entry.review?.dataset ?? usual;
  return html`
    <section class="held-review" aria-label=${text("inspection-review", { number: `${inspection.trigger_id}` })} data-testid="review">
      <${ReviewAnswers} key=${id} entry=${entry} dataset=${dataset} onSettled=${setSettled} />
      ${dataset && inspection.picture_path && html`<p class="small quiet">${text("inspection-review-picture", { dataset })}</p>`}
    </section>`;
}
