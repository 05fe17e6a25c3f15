// What came of all parts: counts, each single one, its review; counters of the shifts; NG alarms.

import { address } from "../api.js";
import { SubPages } from "../components/layout/sub_pages.js";
import { DefectFilter } from "../components/results/defect_filter.js";
import { EarlierShifts } from "../components/results/earlier_shifts.js";
import { NgAlarms } from "../components/results/ng_alarms.js";
import { PartTable } from "../components/results/part_table.js";
import { PresentShift } from "../components/results/present_shift.js";
import { ResultFilters } from "../components/results/result_filters.js";
import { ResultTiles } from "../components/results/result_tiles.js";
import { SetAsideResults } from "../components/results/set_aside_results.js";
import { Trend } from "../components/results/trend.js";
import { ReviewQueue } from "../components/review/review_queue.js";
import { Tabs } from "../components/shared/tabs.js";
import { html } from "../preact.js";
import { query } from "../pure/query.js";
import { partsQuery } from "../pure/results_filter.js";
import { useAnswer } from "../state/answer.js";
import { useRefresh } from "../state/refresh.js";
import { useResultsFilter } from "../state/results_filter.js";
import { richText } from "../texts/rich_text.js";
import { text } from "../texts/texts.js";

/** @import { Filter } from "../pure/results_filter.js" */

/** @returns {[string, string][]} */
const tabs = () => [
  ["", text("parts")],
  ["review", text("results-review")],
  ["trend", text("results-trend")],
  ["shifts", text("results-shifts")],
  ["alarms", text("results-alarms-tab")],
];

/** What a narrow screen has no room for. @type {import("../texts/rich_text.js").TextElements} */
const WIDE = { wide: (children) => html`<span class="wide-words">${children}</span>` };

/**
 * What is filtered by period: the parts, the review queue or the trend.
 * @param {{tab: string, results: ReturnType<typeof useResultsFilter>}} props
 */
function OfPeriod({ tab, results: { filter, span, change } }) {
  const asked = span && query({ ...span, recipe: filter.recipe });
  const { last: summary, reload } = useAnswer(asked && `results/summary${asked}`);
  useRefresh(reload);
  return html`
    ${
      tab !== "review" &&
      html`
      <${ResultFilters} filter=${filter} span=${span} lists=${tab === ""} onChange=${change}>
        ${span && tab === "" && html`<a class="button" href=${address.csv(partsQuery(filter, span))} download="inspections.csv">${richText("results-csv", {}, WIDE)}</a>`}
      <//>
      ${tab === "" && html`<${DefectFilter} filter=${filter} onChange=${change} />`}`
    }
    ${summary && tab !== "review" && html`<${ResultTiles} summary=${summary} filter=${filter} onChoose=${(/** @type {Filter} */ tile) => change({ ...tile, tab: "" })} />`}
    ${span && tab === "" && html`<${PartTable} filter=${filter} span=${span} onClearSearch=${() => change({ search: "" })} onReviewed=${reload} />`}
    ${
      span &&
      summary &&
      tab === "review" &&
      html`<${ReviewQueue} filter=${filter} span=${span} summary=${summary} onFilter=${change} onReviewed=${reload} />`
    }
    ${summary && tab === "trend" && html`<${Trend} summary=${summary} />`}`;
}

export function ResultsPage() {
  const results = useResultsFilter();
  const tab = results.filter.tab ?? "";
  return html`
    <main class="sheet results">
      <header class="sheet-head"><h1 class="visually-hidden">${text("page-results")}</h1>
        <${SubPages} entry="results" />
        <${Tabs} label=${text("page-results")} options=${tabs()} value=${tab} onChange=${(/** @type {string} */ chosen) => results.change({ tab: chosen })} /></header>
      <${SetAsideResults} />
      ${["", "review", "trend"].includes(tab) && html`<${OfPeriod} tab=${tab} results=${results} />`}
      ${tab === "shifts" && html`<${PresentShift} /><${EarlierShifts} />`}
      ${tab === "alarms" && html`<${NgAlarms} />`}
    </main>`;
}
