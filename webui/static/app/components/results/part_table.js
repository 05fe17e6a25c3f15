// The parts of the filter, page by page; a press on one opens its details.
import { html, useEffect, useState } from "../../preact.js";
import { showDateTime, showScore } from "../../pure/format.js";
import { query } from "../../pure/query.js";
import { partsQuery } from "../../pure/results_filter.js";
import { useAnswer } from "../../state/answer.js";
import { useRefresh } from "../../state/refresh.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";
import { InspectionDetail } from "../shared/inspection_detail.js";
import { Pager } from "../shared/pager.js";
import { ReviewTag } from "../shared/part_review.js";
import { VerdictTag } from "../shared/verdict.js";

/** @import { Filter, Span } from "../../pure/results_filter.js" */

const PAGE = 25;

/** @param {{entry: InspectionEntry, onOpen: () => unknown}} props */
function Row({ entry, onOpen }) {
  const { inspection, review } = entry;
  return html`
    <tr class=${inspection.outcome} onClick=${onOpen}>
      <td class="number"><button class="row-button" onClick=${onOpen} aria-label=${text("part", { number: String(inspection.trigger_id) })}>${inspection.trigger_id}</button></td>
      <td class="time">${showDateTime(inspection.triggered_at)}</td>
      <td class="verdict"><${VerdictTag} outcome=${inspection.outcome} />${inspection.scene?.changed && html` <span class="tag">${text("results-scene-changed")}</span>`}
        ${inspection.challenge && html` <span class="tag">${text("results-challenge", { name: inspection.challenge.name })}</span>`}
        <${ReviewTag} inspection=${inspection} review=${review} /></td>
      <td class="right score">${showScore(inspection.score)}</td>
      <td class="right further">${showScore(inspection.threshold)}</td>
      <td class="part-id">${inspection.part_id ?? inspection.reason ?? ""}</td>
      <td class="further">${inspection.recipe && html`<bdi>${inspection.recipe.name}</bdi> v${inspection.recipe.version}`}</td>
      <td class="further">${inspection.model && html`<bdi>${inspection.model.name}</bdi> v${inspection.model.version}`}</td>
    </tr>`;
}

/**
 * @param {{
 *   filter: Filter,
 *   span: Span,
 *   onClearSearch: () => unknown,
 *   onReviewed: () => unknown,
 * }} props
 */
export function PartTable({ filter, span, onClearSearch, onReviewed }) {
  const asked = partsQuery(filter, span);
  const [pages, setPages] = useState(/** @type {(number | null)[]} */ ([null]));
  const [open, setOpen] = useState(/** @type {InspectionEntry | null} */ (null));
  useEffect(() => setPages([null]), [query(asked)]);
  const {
    answer,
    last: page,
    reload,
  } = useAnswer(`inspections${query({ ...asked, before: pages.at(-1), limit: PAGE })}`);
  useRefresh(reload);

  /** @param {InspectionEntry} entry */
  const settled = (entry) => {
    setOpen((shown) => (shown?.seq === entry.seq ? entry : shown));
    reload();
    onReviewed();
  };
  return html`
    <section class="parts" aria-label=${text("parts")}>
      ${
        asked.search &&
        html`<div class="message searched"><p>${richText("results-search-words", { search: asked.search })}</p>
          <button onClick=${onClearSearch}>${text("results-search-clear")}</button></div>`
      }
      <div class="table-frame" tabindex="0">
        <table class="parts-table">
          <thead><tr><th scope="col">${text("results-part")}</th><th scope="col">${text("results-triggered")}</th><th scope="col">${text("results-verdict")}</th>
            <th scope="col" class="right">${text("results-score")}</th><th scope="col" class="right">${text("results-threshold")}</th>
            <th scope="col">${text("results-part-id-or-reason")}</th><th scope="col">${text("results-recipe")}</th><th scope="col">${text("results-model")}</th></tr></thead>
          <tbody>${page?.inspections.map((entry) => html`<${Row} key=${entry.seq} entry=${entry} onOpen=${() => setOpen(entry)} />`)}</tbody>
        </table>
        ${
          page?.inspections.length === 0 &&
          html`<p class="quiet empty">${text(asked.search ? "results-search-nothing" : "results-no-parts-found")}</p>`
        }
      </div>
      <${Pager} label=${text("results-paging")} onNewer=${pages.length > 1 && (() => setPages(pages.slice(0, -1)))}
        onOlder=${page?.next_before && (() => answer && setPages([...pages, answer.next_before]))} />
      ${open && html`<${InspectionDetail} key=${open.seq} entry=${open} onClose=${() => setOpen(null)} onSettled=${settled} />`}
    </section>`;
}
