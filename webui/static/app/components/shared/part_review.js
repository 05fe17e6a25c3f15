import { post } from "../../api.js";
import { html, useState } from "../../preact.js";
import { showDateTime } from "../../pure/format.js";
import { useAnswer } from "../../state/answer.js";
import { attempt, notify } from "../../state/notices.js";
import { DatasetChoice } from "./dataset_choice.js";
import { OUTCOME_SHAPES } from "./icons.js";
import { SplitChoice } from "./split_choice.js";

/**
 * What is said of a part that scored near the threshold, in a list; nothing of any other.
 * @param {Pick<InspectionEntry, "inspection" | "review">} props
 */
export function ReviewTag({ inspection, review }) {
  if (review) return html` <span class="tag">reviewed: ${review.verdict}</span>`;
  return inspection.review ? html` <span class="tag review">to review</span>` : null;
}

/**
 * Asks a person what a part really is; its picture may go into a dataset with the same press.
 * @param {{entry: InspectionEntry, onSettled: Setter<InspectionEntry>}} props
 */
export function ReviewQuestion({ entry, onSettled }) {
  const { inspection, review } = entry;
  const [dataset, setDataset] = useState(sessionStorage.getItem("review-dataset") ?? "");
  const [split, setSplit] = useState(/** @type {Split | null} */ (null));
  const [busy, setBusy] = useState(false);
  const { answer: listed } = useAnswer("datasets");
  if (inspection.outcome !== "OK" && inspection.outcome !== "NG") return null;
  const canAdd = inspection.picture_path && !review?.picture_id;
  /** @param {string} name */
  const choose = (name) => {
    sessionStorage.setItem("review-dataset", name);
    setDataset(name);
  };
  /** @param {Verdict} verdict */
  const say = (verdict) =>
    attempt(async () => {
      setBusy(true);
      try {
        const into = canAdd && dataset ? dataset : null;
        const settled = await post(`inspections/${inspection.inspection_id}/review`, {
          verdict,
          dataset: into,
          split: into && split,
        });
        notify(
          `Part ${inspection.trigger_id} marked ${verdict}${into ? `, and its picture added to ${into}` : ""}.`,
        );
        onSettled({ ...entry, review: settled });
      } finally {
        setBusy(false);
      }
    });
  /** @param {{verdict: Verdict}} props */
  const Answer = ({ verdict }) => html`
    <button class="tall" disabled=${busy} aria-pressed=${review?.verdict === verdict} onClick=${() => say(verdict)}>
      <${OUTCOME_SHAPES[verdict]} size=${22} />${verdict}</button>`;
  return html`
    <section class=${`review-question ${inspection.review && !review ? "waiting" : ""}`} data-testid="review">
      <h3>${inspection.review ? "Near the threshold: is this part OK or NG?" : "Is this part OK or NG?"}</h3>
      <div class="button-row">
        <${Answer} verdict="OK" /><${Answer} verdict="NG" />
      </div>
      ${
        review
          ? html`<p class="small quiet" data-testid="reviewed">Marked ${review.verdict} by ${review.author}, ${showDateTime(review.reviewed_at)}${
              review.picture_id ? ", with its picture in a dataset" : ""
            }. Tap again to change.</p>`
          : html`<p class="small quiet">The verdict sent to the line doesn't change.</p>`
      }
      ${
        canAdd &&
        html`
        <${DatasetChoice} label="Add its picture to" none="no dataset" datasets=${listed?.datasets ?? []} value=${dataset} onChange=${choose} />
        ${
          dataset &&
          html`<${SplitChoice} label="Use the picture for" value=${split} onChange=${setSplit} />
          <p class="small quiet">OK adds it to <b>${dataset}</b> as normal, NG as anomaly.</p>`
        }`
      }
    </section>`;
}
