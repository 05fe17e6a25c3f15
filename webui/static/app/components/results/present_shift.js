// The counters of the present shift, by recipe, and their reset.
import { html } from "../../preact.js";
import { showDateMinute } from "../../pure/format.js";
import { useAnswer } from "../../state/answer.js";
import { useRefresh } from "../../state/refresh.js";
import { Counters } from "../shared/counters.js";
import { CountCells, CountHeadings } from "./count_columns.js";
import { CounterResets } from "./counter_resets.js";

/** @param {{counts: RecipeCounts}} props */
function RecipeRow({ counts }) {
  return html`
    <tr><th scope="row">${counts.recipe ?? "Recipe unknown"}</th>
      <td data-label="Counted since">${showDateMinute(counts.since)}</td>
      <${CountCells} counts=${counts} /></tr>`;
}

/** @param {{shift: ShiftCounters}} props */
function ByRecipe({ shift }) {
  if (!shift.recipes.length) return html`<p class="quiet">No parts since then.</p>`;
  return html`
    <div class="table-frame" tabindex="0">
      <table class="stacked-table" data-testid="by-recipe">
        <thead><tr><th scope="col">Recipe</th><th scope="col">Counted since</th><${CountHeadings} /></tr></thead>
        <tbody>${shift.recipes.map((counts) => html`<${RecipeRow} key=${counts.recipe} counts=${counts} />`)}</tbody>
      </table>
    </div>
    <p class="quiet small">Late verdicts count as ERROR. A part that breaks the rules of several classes counts for each of them;
      one that is NG by its anomaly score alone counts for none.</p>`;
}

export function PresentShift() {
  const { last: shift, reload } = useAnswer("counters");
  useRefresh(reload);
  if (!shift) return null;
  const { ok: OK, ng: NG, error: ERROR, missed: MISSED } = shift.total;
  return html`
    <section class="card" aria-label="Present shift" data-testid="shift"><h2>Present shift</h2>
      <p class="quiet">Since ${showDateMinute(shift.shift_start)}, or since the last reset.</p>
      <${Counters} counts=${{ OK, NG, ERROR, MISSED }} />
      <${ByRecipe} shift=${shift} />
      <${CounterResets} recipes=${shift.recipes} onReset=${reload} />
    </section>`;
}
