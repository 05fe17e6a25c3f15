// How good the parts were and how good the verdicts: figures, charts and tables of a period.

import { SubPages } from "../components/layout/sub_pages.js";
import { Checks } from "../components/quality/checks.js";
import { Defects } from "../components/quality/defects.js";
import { Figures } from "../components/quality/figures.js";
import { HallScreen } from "../components/quality/hall_screen.js";
import { LatencyHistogram } from "../components/quality/latency_histogram.js";
import { PChart } from "../components/quality/p_chart.js";
import { RecipeComparison } from "../components/quality/recipe_comparison.js";
import { ShiftComparison } from "../components/quality/shift_comparison.js";
import { DefectFilter } from "../components/results/defect_filter.js";
import { ResultFilters } from "../components/results/result_filters.js";
import { html } from "../preact.js";
import { enterFullScreen } from "../state/full_screen.js";
import { useQualityFilter } from "../state/quality_filter.js";
import { text } from "../texts/texts.js";

const HALL = "hall";

export function QualityPage() {
  const { filter, span, asked, change } = useQualityFilter();
  if (filter.screen === HALL)
    return html`<${HallScreen} onLeave=${() => change({ screen: "" })} />`;
  const openHall = () => {
    enterFullScreen();
    change({ screen: HALL });
  };
  return html`
    <main class="sheet quality">
      <header class="sheet-head"><h1 class="visually-hidden">${text("page-quality")}</h1>
        <${SubPages} entry="results" />
        <button onClick=${openHall}>${text("quality-hall-open")}</button></header>
      <${ResultFilters} filter=${filter} span=${span} onChange=${change}>
        <${DefectFilter} filter=${filter} onChange=${change} />
      <//>
      <${Figures} filter=${filter} span=${span} asked=${asked} />
      <${PChart} filter=${filter} span=${span} />
      <${Defects} filter=${filter} span=${span} asked=${asked} onChange=${change} />
      <${RecipeComparison} filter=${filter} span=${span} asked=${asked} />
      <${ShiftComparison} filter=${filter} asked=${asked} />
      <${LatencyHistogram} asked=${asked} />
      <${Checks} asked=${asked} />
    </main>`;
}
