// The columns of a table of counters: their headings, and the cells of a row.
import { html } from "../../preact.js";
import { showCount, showPercent } from "../../pure/format.js";
import { ruleWords } from "../../pure/shift.js";

export function CountHeadings() {
  return html`
    <th scope="col" class="right">Parts</th><th scope="col" class="right">Yield</th>
    <th scope="col" class="right">OK</th><th scope="col" class="right">NG</th><th scope="col" class="right">ERROR</th>
    <th scope="col" class="right">MISSED</th><th scope="col" class="right">Late</th><th scope="col">NG by class</th>`;
}

/** @param {{counts: ShiftCounters["total"]}} props */
export function CountCells({ counts }) {
  return html`
    <td class="right" data-label="Parts">${showCount(counts.parts)}</td>
    <td class="right" data-label="Yield">${showPercent(counts.yield)}</td>
    <td class="right" data-label="OK">${showCount(counts.ok)}</td>
    <td class="right" data-label="NG">${showCount(counts.ng)}</td>
    <td class="right" data-label="ERROR">${showCount(counts.error)}</td>
    <td class="right" data-label="MISSED">${showCount(counts.missed)}</td>
    <td class="right" data-label="Late">${showCount(counts.late)}</td>
    <td data-label="NG by class">${ruleWords(counts.ng_by_rule)}</td>`;
}
