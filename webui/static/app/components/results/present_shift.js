// The counters of the present shift, by recipe, and their reset.
import { html } from "../../preact.js";
import { showDateMinute } from "../../pure/format.js";
import { useAnswer } from "../../state/answer.js";
import { useRefresh } from "../../state/refresh.js";
import { text } from "../../texts/texts.js";
import { Counters } from "../shared/counters.js";
import { ShiftReport } from "../shared/shift_report.js";
import { CountCells, CountHeadings } from "./count_columns.js";
import { CounterResets } from "./counter_resets.js";

/** @param {{counts: RecipeCounts}} props */
function RecipeRow({ counts }) {
  return html`
    <tr><th scope="row">${counts.recipe ?? text("results-recipe-unknown")}</th>
      <td data-label=${text("results-counted-since")}>${showDateMinute(counts.since)}</td>
      <${CountCells} counts=${counts} /></tr>`;
}

/** @param {{shift: ShiftCounters}} props */
function ByRecipe({ shift }) {
  if (!shift.recipes.length) return html`<p class="quiet">${text("results-no-parts-since")}</p>`;
  return html`
    <div class="table-frame" tabindex="0">
      <table class="stacked-table" data-testid="by-recipe">
        <thead><tr><th scope="col">${text("results-recipe")}</th><th scope="col">${text("results-counted-since")}</th><${CountHeadings} /></tr></thead>
        <tbody>${shift.recipes.map((counts) => html`<${RecipeRow} key=${counts.recipe} counts=${counts} />`)}</tbody>
      </table>
    </div>
    <p class="quiet small">${text("results-shift-words")}</p>`;
}

export function PresentShift() {
  const { last: shift, reload } = useAnswer("counters");
  useRefresh(reload);
  if (!shift) return null;
  const { ok: OK, ng: NG, error: ERROR, missed: MISSED } = shift.total;
  return html`
    <section class="card" aria-label=${text("results-present-shift")} data-testid="shift"><h2>${text("results-present-shift")}</h2>
      <p class="quiet">${text("results-since", { since: showDateMinute(shift.shift_start) })}</p>
      <${Counters} counts=${{ OK, NG, ERROR, MISSED }} />
      <${ByRecipe} shift=${shift} />
      <div class="button-row"><${ShiftReport} start=${null} label=${text("report-shift-present")} /></div>
      <${CounterResets} recipes=${shift.recipes} onReset=${reload} />
    </section>`;
}
