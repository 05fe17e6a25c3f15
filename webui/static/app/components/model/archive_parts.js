import { address } from "../../api.js";
import { html, useEffect, useState } from "../../preact.js";
import { showDateTime, showScore } from "../../pure/format.js";
import { query } from "../../pure/query.js";
import { useAnswer } from "../../state/answer.js";
import { text } from "../../texts/texts.js";
import { ChoiceField } from "../shared/fields.js";
import { usePartDetail } from "../shared/inspection_detail.js";
import { Pager } from "../shared/pager.js";
import { VerdictTag } from "../shared/verdict.js";

const PAGE = 12;
const WIDTH_PX = 320;
const KINDS = /** @type {const} */ ([
  "different",
  "would_be_ng",
  "would_be_ok",
  "now_right",
  "now_wrong",
  "problem",
]);

/**
 * The picture of a part, with the heat map by the version where somebody asks for it.
 * @param {{inspection: Inspection, heat: string}} props
 */
function Picture({ inspection, heat }) {
  const [shown, setShown] = useState(false);
  const [failed, setFailed] = useState(false);
  const { inspection_id: id, picture_path: path, trigger_id: part } = inspection;
  if (!path)
    return html`<div class="trial-picture"><p class="gone small">${text("trial-picture-deleted")}</p></div>`;
  return html`
    <div class="trial-picture">
      <img src=${address.picture(id, WIDTH_PX)} loading="lazy" alt=${text("trial-part", { part: String(part) })} />
      ${shown && html`<img class="heat" src=${heat} alt="" onError=${() => setFailed(true)} />`}
    </div>
    ${failed && html`<p class="small quiet">${text("archive-heat-failed")}</p>`}
    <button aria-pressed=${shown} onClick=${() => {
      setFailed(false);
      setShown(!shown);
    }}>${text("archive-heat")}</button>`;
}

/**
 * @param {{
 *   archive: ArchiveInspection,
 *   threshold: number,
 *   part: ArchivePart,
 *   onOpen: Setter<string>,
 * }} props
 */
function Part({ archive, threshold, part, onOpen }) {
  const { inspection, verdict, problem, human_verdict: person } = part;
  const { inspection_id: id, trigger_id: number } = inspection;
  const heat = address.archiveHeatmap(archive.archive_inspection_id, id, threshold);
  return html`
    <li class="trial-part" data-testid=${`archive-part-${number}`}>
      <div class="field-head"><b>${text("trial-part", { part: String(number) })}</b>
        <button onClick=${() => onOpen(id)}>${text("details")}</button></div>
      <p class="small quiet">${showDateTime(inspection.triggered_at)}</p>
      <${Picture} inspection=${inspection} heat=${heat} />
      <dl class="facts small">
        <dt>${text("archive-by-line")}</dt><dd><${VerdictTag} outcome=${inspection.outcome} /> ${text("trial-score", { score: showScore(inspection.score), threshold: showScore(inspection.threshold) })}</dd>
        <dt>${text("compare-versions-version", { version: archive.model.version })}</dt><dd>${
          verdict
            ? html`<${VerdictTag} outcome=${verdict} /> ${text("trial-score", { score: showScore(part.score), threshold: showScore(threshold) })}`
            : problem && text(`archive-problem-${problem}`)
        }</dd>
        ${person && html`<dt>${text("archive-by-person")}</dt><dd><${VerdictTag} outcome=${person} /></dd>`}
      </dl>
      ${part.reason && html`<p class="small mono">${part.reason}</p>`}
      <a class="button" data-page href=${`/results${query({ search: number })}`}>${text("archive-in-results")}</a>
    </li>`;
}

/**
 * The parts of one kind of difference, page by page, and all of them as CSV.
 * @param {{archive: ArchiveInspection, threshold: number}} props
 */
export function ArchiveParts({ archive, threshold }) {
  const [kind, setKind] = useState(/** @type {string} */ ("different"));
  const [wanted, setWanted] = useState(false);
  const [pages, setPages] = useState(/** @type {(number | null)[]} */ ([null]));
  const { openPart, detail } = usePartDetail();
  const id = archive.archive_inspection_id;
  useEffect(() => setPages([null]), [kind, threshold, id]);
  const asked = query({ kind, threshold, before: pages.at(-1), limit: PAGE });
  const { last } = useAnswer(
    wanted ? /** @type {const} */ (`archive-inspections/${id}/parts${asked}`) : null,
    archive.judged_at,
  );
  const next = last?.next_before;
  const open = (/** @type {EventOf<HTMLDetailsElement>} */ event) => setWanted(event.target.open);
  return html`
    <details onToggle=${open}><summary>${text("archive-part-by-part")}</summary>
      <div class="archive-list">
      <div class="archive-start">
        <${ChoiceField} label=${text("archive-parts")} value=${kind} onChange=${setKind}
          options=${KINDS.map((name) => [name, text(`archive-kind-${name}`)])} />
        <a class="button" href=${address.archiveCsv(id, kind, threshold)} download="archive-inspection.csv">${text("archive-csv")}</a>
      </div>
      ${
        last?.parts.length
          ? html`
          <ul class="trial-parts" data-testid="archive-parts">
            ${last.parts.map((part) => html`<${Part} key=${part.inspection.inspection_id} archive=${archive} threshold=${threshold} part=${part} onOpen=${openPart} />`)}
          </ul>`
          : last && html`<p class="quiet">${text("archive-parts-none")}</p>`
      }
      ${
        (pages.length > 1 || next) &&
        html`<${Pager} label=${text("archive-parts-pages")} onNewer=${pages.length > 1 && (() => setPages(pages.slice(0, -1)))}
          onOlder=${next && (() => setPages([...pages, next]))} />`
      }
      </div>
      ${detail}
    </details>`;
}
