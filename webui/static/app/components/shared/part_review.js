import { html, useState } from "../../preact.js";
import { canBeReviewed } from "../../pure/review_queue.js";
import { useAnswer } from "../../state/answer.js";
import { reviewDataset } from "../../state/review_dataset.js";
import { useStore } from "../../state/store.js";
import { text } from "../../texts/texts.js";
import { DatasetChoice } from "./dataset_choice.js";
import { ReviewAnswers } from "./review_answers.js";
import { SplitChoice } from "./split_choice.js";

/**
 * What is said of a part that scored near the threshold, in a list; nothing of any other.
 * @param {Pick<InspectionEntry, "inspection" | "review">} props
 */
export function ReviewTag({ inspection, review }) {
  if (review)
    return html` <span class="tag">${text("review-reviewed", { verdict: review.verdict })}</span>`;
  return inspection.review
    ? html` <span class="tag review">${text("review-to-review")}</span>`
    : null;
}

/** @type {(dataset: string, review: InspectionEntry["review"]) => string} */
function pictureHint(dataset, review) {
  if (!review?.dataset) return text("review-picture-hint", { dataset });
  return dataset === review.dataset
    ? text("review-picture-is-in", { dataset })
    : text("review-picture-moves", { from: review.dataset, dataset });
}

/**
 * Asks a person what a part really is; its picture may go into a dataset with the same press.
 * @param {{entry: InspectionEntry, onSettled: Setter<InspectionEntry>}} props
 */
export function ReviewQuestion({ entry, onSettled }) {
  const { inspection, review } = entry;
  const usual = useStore(reviewDataset);
  const [chosen, setChosen] = useState(/** @type {string | null} */ (null));
  const dataset = chosen ?? review?.dataset ?? usual;
  const [split, setSplit] = useState(/** @type {Split | null} */ (null));
  const { answer: listed } = useAnswer("datasets");
  if (!canBeReviewed(inspection)) return null;
  /** @param {string} name */
  const choose = (name) => {
    reviewDataset.set(name);
    setChosen(name);
  };
  return html`
    <section class=${`review-question ${inspection.review && !review ? "waiting" : ""}`} data-testid="review">
      <h3>${text(inspection.review ? "review-question-near" : "review-question")}</h3>
      <${ReviewAnswers} entry=${entry} dataset=${dataset} split=${split} onSettled=${onSettled} />
      ${
        inspection.picture_path &&
        html`
        <${DatasetChoice} label=${text("review-add-picture-to")} none=${review?.dataset ? undefined : text("field-dataset-none")} datasets=${listed?.datasets ?? []} value=${dataset} onChange=${choose} />
        ${
          dataset &&
          html`
          ${review?.dataset !== dataset && html`<${SplitChoice} label=${text("review-picture-split")} value=${split} onChange=${setSplit} />`}
          <p class="small quiet">${pictureHint(dataset, review)}</p>`
        }`
      }
    </section>`;
}
