// What a person says of a part that the station judged.
import { post } from "../api.js";

/**
 * Tells the station; `dataset` gets the part's picture, if it has one ("" for none).
 * @param {Inspection} inspection
 * @param {{verdict: Verdict, dataset: string, split?: Split | null}} answer
 * @returns the review as it is kept, and the dataset that got the picture
 */
export async function sendReview(inspection, { verdict, dataset, split = null }) {
  const into = (inspection.picture_path && dataset) || null;
  const review = await post(`inspections/${inspection.inspection_id}/review`, {
    verdict,
    dataset: into,
    split: into && split,
  });
  return { review, into };
}
