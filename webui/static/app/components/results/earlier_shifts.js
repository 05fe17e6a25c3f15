// The shifts before the present one, each in total and by recipe.

import { html, useState } from "../../preact.js";
import { showDateMinute, showPeriod } from "../../pure/format.js";
import { query } from "../../pure/query.js";
import { useAnswer } from "../../state/answer.js";
import { text } from "../../texts/texts.js";
import { Pager } from "../shared/pager.js";
import { ShiftReport } from "../shared/shift_report.js";
import { CountCells, CountHeadings } from "./count_columns.js";

const PAGE = 21;

/** @param {{name: string, counts: ShiftCounters["total"], start?: string}} props a head has a start */
function Row({ name, counts, start }) {
  return html`
    <tr class=${start ? "total" : "part-of"}><th scope="row">${name}${start && html` <${ShiftReport} start=${start} label=${text("report-shift-of", { period: name })} />`}</th>
      <${CountCells} counts=${counts} /></tr>`;
}

/** @param {{shift: EarlierShift}} props */
function Shift({ shift }) {
  return html`
    <tbody>
      <${Row} start=${shift.shift_start} name=${showPeriod(shift.shift_start, shift.shift_end)} counts=${shift.total} />
      ${shift.recipes.map((counts) => html`<${Row} key=${counts.recipe} name=${counts.recipe ?? text("results-recipe-unknown")} counts=${counts} />`)}
    </tbody>`;
}

/** @type {(oldest: EarlierShift | undefined, newest: EarlierShift) => string} */
const noParts = (oldest, newest) =>
  oldest
    ? text("results-no-parts-between", {
        from: showDateMinute(oldest.shift_start),
        to: showDateMinute(newest.shift_end),
      })
    : text("results-no-parts");

export function EarlierShifts() {
  const [pages, setPages] = useState(/** @type {(string | null)[]} */ ([null]));
  const path = /** @type {const} */ (`counters/shifts${query({ to: pages.at(-1), limit: PAGE })}`);
  const { answer, last: page } = useAnswer(path);
  if (!page) return null;
  const worked = page.shifts.filter(({ total }) => total.parts > 0);
  const [newest, oldest] = [page.shifts[0], page.shifts[page.shifts.length - 1]];
  return html`
    <section class="card" aria-label=${text("results-earlier-shifts")}><h2>${text("results-earlier-shifts")}</h2>
      ${
        worked.length > 0
          ? html`
          <div class="table-frame" tabindex="0">
            <table class="stacked-table" data-testid="earlier-shifts">
              <thead><tr><th scope="col">${text("results-shift")}</th><${CountHeadings} /></tr></thead>
              ${worked.map((shift) => html`<${Shift} key=${shift.shift_start} shift=${shift} />`)}
            </table>
          </div>`
          : html`<p class="quiet">${noParts(oldest, newest)}</p>`
      }
      <p class="quiet small">${text("results-shifts-words")}</p>
      <${Pager} label=${text("results-shifts")} onNewer=${pages.length > 1 && (() => setPages(pages.slice(0, -1)))}
        onOlder=${answer?.shifts.length && (() => setPages([...pages, oldest.shift_start]))} />
    </section>`;
}
