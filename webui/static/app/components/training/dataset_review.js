import { address } from "../../api.js";
import { html, useState } from "../../preact.js";
import { showDateTime } from "../../pure/format.js";
import { isRunning } from "../../state/jobs.js";
import { text } from "../../texts/texts.js";
import { JobView } from "../shared/job_view.js";
import { ShortcutSides } from "./shortcut_sides.js";

const SHOWN_FINDINGS = 3;
const SHOWN_PICTURES = 6;

/** @param {{picture: Finding["pictures"][number], spot: Finding["spot"]}} props */
function FoundPicture({ picture, spot }) {
  const { picture_id: id, split } = picture;
  const label = text(`label-${picture.label}`);
  return html`
    <figure>
      <a class="found-picture" href=${address.file(id)} target="_blank" rel="noopener">
        <img src=${address.thumbnail(id)} loading="lazy" alt=${text("pictures-picture-label", { id: String(id), label })} />
        ${
          spot &&
          html`<svg class="spot" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          <ellipse cx=${100 * spot.x} cy=${100 * spot.y} rx="11" ry="14" /></svg>`
        }
      </a>
      <figcaption class="small">${[id, label, split === "test" && text("split-test")].filter(Boolean).join(", ")}</figcaption>
    </figure>`;
}

/** @param {{finding: Finding, onRemedy: Setter<Remedy>, onKeep: () => unknown}} props */
function Finding({ finding, onRemedy, onKeep }) {
  const { kind, pictures, problem, advice, evidence, spot, shortcut, remedies } = finding;
  const rest = pictures.length - SHOWN_PICTURES;
  return html`
    <li class="finding" data-testid=${`finding-${kind}`}>
      <h3>${problem}</h3>
      <div class="found-pictures">
        ${shortcut ? html`<${ShortcutSides} pictures=${pictures} shortcut=${shortcut} />` : pictures.slice(0, SHOWN_PICTURES).map((picture) => html`<${FoundPicture} key=${picture.picture_id} picture=${picture} spot=${spot} />`)}
        ${rest > 0 && html`<p class="quiet">${text("dataset-finding-more", { count: rest })}</p>`}
      </div>
      <p class="small">${advice}</p>
      <div class="button-row">
        ${remedies.map((remedy) => html`<button key=${remedy.words} onClick=${() => onRemedy(remedy)}>${remedy.words}</button>`)}
        <button class="plain" onClick=${onKeep}>${text("dataset-finding-keep")}</button>
      </div>
      <details><summary>${text("dataset-finding-how")}</summary><p class="small quiet">${evidence}</p></details>
    </li>`;
}

/** @param {{review: DatasetReview}} props */
function Summary({ review }) {
  const {
    findings,
    pictures,
    unseen,
    settled,
    kept,
    reviewed_at: at,
    reviewed_by: by,
    not_looked_for: skipped,
  } = review;
  const more = [
    settled > 0 && text("dataset-check-settled", { count: settled }),
    kept > 0 && text("dataset-check-kept", { count: kept }),
  ]
    .filter(Boolean)
    .join(", ");
  const check = { count: pictures, at: showDateTime(at), author: by };
  return html`
    <h2>${text("dataset-findings", { count: findings.length })}</h2>
    <p class="small quiet">${more ? text("dataset-checked-and", { ...check, more }) : text("dataset-checked", check)}
      ${unseen > 0 && html` <b>${text("dataset-check-unseen", { count: unseen })}</b>`}</p>
    ${skipped.map((words) => html`<p key=${words} class="small quiet">${words}</p>`)}`;
}

/**
 * What a check of the pictures found: each finding with its pictures and what settles it.
 * @param {{
 *   review: DatasetReview | null,
 *   job: Job | null,
 *   log: string,
 *   onJob: Setter<Job>,
 *   onRemedy: Setter<Remedy>,
 *   onKeep: Setter<Finding>,
 * }} props
 */
export function DatasetReview({ review, job, log, onJob, onRemedy, onKeep }) {
  const [all, setAll] = useState(false);
  const busy = isRunning(job);
  if (!review && !busy && job?.state !== "failed") return null;
  const findings = review?.findings ?? [];
  const shown = all ? findings : findings.slice(0, SHOWN_FINDINGS);
  return html`
    <section class="dataset-review" aria-label=${text("dataset-check-title")} data-testid="dataset-review">
      ${(busy || job?.state === "failed") && html`<${JobView} job=${job} log=${busy ? "" : log} onChange=${onJob} />`}
      ${
        review &&
        !busy &&
        html`
        <${Summary} review=${review} />
        <ul class="findings">
          ${shown.map((finding) => html`<${Finding} key=${finding.finding_id} finding=${finding} onRemedy=${onRemedy} onKeep=${() => onKeep(finding)} />`)}
        </ul>
        ${shown.length < findings.length && html`<button onClick=${() => setAll(true)}>${text("dataset-findings-all", { count: findings.length })}</button>`}`
      }
    </section>`;
}
