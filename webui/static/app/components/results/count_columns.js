// The columns of a table of counters: their headings, and the cells of a row.
import { html } from "../../preact.js";
import { showCount, showPercent } from "../../pure/format.js";
import { ruleWords } from "../../pure/shift.js";
import { text } from "../../texts/texts.js";

export function CountHeadings() {
  return html`
    <th scope="col" class="right">${text("parts")}</th><th scope="col" class="right">${text("yield")}</th>
    <th scope="col" class="right">OK</th><th scope="col" class="right">NG</th><th scope="col" class="right">ERROR</th>
    <th scope="col" class="right">MISSED</th><th scope="col" class="right">${text("results-late")}</th><th scope="col">${text("results-ng-by-class")}</th>`;
}

/** @param {{counts: ShiftCounters["total"]}} props */
export function CountCells({ counts }) {
  return html`
    <td class="right" data-label=${text("parts")}>${showCount(counts.parts)}</td>
    <td class="right" data-label=${text("yield")}>${showPercent(counts.yield)}</td>
    <td class="right" data-label="OK">${showCount(counts.ok)}</td>
    <td class="right" data-label="NG">${showCount(counts.ng)}</td>
    <td class="right" data-label="ERROR">${showCount(counts.error)}</td>
    <td class="right" data-label="MISSED">${showCount(counts.missed)}</td>
    <td class="right" data-label=${text("results-late")}>${showCount(counts.late)}</td>
    <td data-label=${text("results-ng-by-class")}>${ruleWords(counts.ng_by_rule)}</td>`;
}
