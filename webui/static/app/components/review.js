import { html, useEffect, useState } from "../preact.js";
import { post } from "../api.js";
import { listDatasets } from "../dataset.js";
import { showDateTime } from "../format.js";
import { attempt, notify } from "../notices.js";
import { ChoiceField } from "./fields.js";
import { OUTCOME_SHAPES } from "./icons.js";

/** What is said of a part that scored near the threshold, in a list; nothing of any other. */
export function ReviewTag({ inspection, review }) {
  if (review) return html` <span class="tag">really ${review.verdict}</span>`;
  return inspection.review ? html` <span class="tag review">to review</span>` : null;
}

/** Asks a person what a part really is; its picture may go into a dataset with the same press. */
export function ReviewQuestion({ entry, onSettled }) {
  const { inspection, review } = entry;
  const [datasets, setDatasets] = useState([]);
  const [dataset, setDataset] = useState(sessionStorage.getItem("review-dataset") ?? "");
  const [busy, setBusy] = useState(false);
  useEffect(() => { attempt(async () => setDatasets(await listDatasets())); }, []);
  if (inspection.outcome !== "OK" && inspection.outcome !== "NG") return null;
  const names = datasets.map(({ name }) => name);
  const choose = (name) => { sessionStorage.setItem("review-dataset", name); setDataset(name); };
  const say = (verdict) => attempt(async () => {
    setBusy(true);
    try {
      const into = inspection.picture_path && names.includes(dataset) ? dataset : null;
      const settled = await post(`inspections/${inspection.inspection_id}/review`, { verdict, dataset: into });
      notify(`Part ${inspection.trigger_id} is really ${verdict}${into ? `; its picture is in ${into}` : ""}.`);
      onSettled({ ...entry, review: settled });
    } finally { setBusy(false); }
  });
  const Answer = ({ verdict }) => html`
    <button class="tall" disabled=${busy} aria-pressed=${review?.verdict === verdict} onClick=${() => say(verdict)}>
      <${OUTCOME_SHAPES[verdict]} size=${22} />Really ${verdict}</button>`;
  return html`
    <section class=${`review-question ${inspection.review && !review ? "waiting" : ""}`} data-testid="review">
      <h3>${inspection.review ? "Near the threshold: what is this part really?" : "What is this part really?"}</h3>
      <div class="button-row">
        <${Answer} verdict="OK" /><${Answer} verdict="NG" />
      </div>
      ${review
        ? html`<p class="small quiet" data-testid="reviewed">Really ${review.verdict}, said ${review.author}, ${showDateTime(review.reviewed_at)}${
            review.picture_id ? "; its picture is in a dataset" : ""}. Another press corrects it.</p>`
        : html`
          ${inspection.picture_path && names.length > 0 && html`
            <${ChoiceField} label="Put its picture into" value=${names.includes(dataset) ? dataset : ""} onChange=${choose}
              options=${[["", "no dataset"], ...names.map((name) => [name, `${name}, under that label`])]} />`}
          <p class="small quiet">The verdict that the line got stays as it was.</p>`}
    </section>`;
}
