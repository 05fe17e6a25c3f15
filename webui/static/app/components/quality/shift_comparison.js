// The shifts of the period side by side by their rejects.
import { html } from "../../preact.js";
import { showCount, showPeriod } from "../../pure/format.js";
import { defectFilter, partsAddress } from "../../pure/quality.js";
import { useQualityAnswer } from "../../state/quality_filter.js";
import { text } from "../../texts/texts.js";
import { withInterval } from "./recipe_comparison.js";
import { Section } from "./section.js";
import { ShareBar } from "./share_bar.js";

/** @import { Asked } from "../../state/quality_filter.js" */
/** @import { Filter } from "../../pure/results_filter.js" */
/** @typedef {QualityShifts["shifts"][number]} Row */

const COLUMNS = [
  ...["shift_start", "shift_end", "parts", "judged", "rejects", "share", "share_low", "share_high"],
];

/** @param {Row} row */
const csvRow = ({ interval, ...row }) => ({
  ...row,
  share_low: interval?.low,
  share_high: interval?.high,
});

/** @param {{filter: Filter, asked: Asked}} props */
export function ShiftComparison({ filter, asked }) {
  const answer = useQualityAnswer(asked && `quality/shifts${asked}`);
  if (!answer?.shifts.length) return null;
  const rows = answer.shifts;
  const highest = Math.max(...rows.map(({ interval }) => interval?.high ?? 0));
  /** @type {(row: Row, parts: Filter) => string} */
  const address = ({ shift_start, shift_end }, parts) =>
    partsAddress({ recipe: filter.recipe ?? "" }, { from: shift_start, to: shift_end }, parts);
  const rejects = { outcome: "NG", ...defectFilter(filter) };
  return html`
    <${Section} title=${text("results-shifts")} name="quality-shifts" csv=${{ columns: COLUMNS, rows: rows.map(csvRow) }}>
      <div class="table-frame" tabindex="0">
        <table class="stacked-table">
          <thead><tr><th scope="col">${text("results-shift")}</th><th scope="col" class="right">${text("parts")}</th>
            <th scope="col" class="right">${text("quality-rejects")}</th><th scope="col">${text("quality-share")}</th></tr></thead>
          <tbody>${rows.map(
            (row) => html`
            <tr key=${row.shift_start}><th scope="row"><a href=${address(row, {})} data-page>${showPeriod(row.shift_start, row.shift_end)}</a></th>
              <td class="right" data-label=${text("parts")}>${showCount(row.parts)}</td>
              <td class="right" data-label=${text("quality-rejects")}><a href=${address(row, rejects)} data-page>${showCount(row.rejects)}</a></td>
              <td class="quality-share" data-label=${text("quality-share")}>${withInterval(row.share, row.interval)}<${ShareBar} share=${row.share} interval=${row.interval} highest=${highest} /></td></tr>`,
          )}</tbody>
        </table>
      </div>
      ${answer.left_out && html`<p class="quiet small">${text("quality-shifts-left-out", { count: rows.length })}</p>`}
    <//>`;
}
