// The newest triggers of the ledger, whatever gave them, and how the parts of the last hours ended.
import { html } from "../../preact.js";
import { conditionWords } from "../../pure/condition_words.js";
import { showMs, showTime } from "../../pure/format.js";
import { useAnswer } from "../../state/answer.js";
import { stationStatus } from "../../state/events.js";
import { useRefresh } from "../../state/refresh.js";
import { useStore } from "../../state/store.js";
import { text } from "../../texts/texts.js";
import { Counters } from "../shared/counters.js";
import { VerdictTag } from "../shared/verdict.js";

const LISTED = 12;
const HOURS = 8;

/** @param {{inspection: Inspection}} props */
function Row({ inspection }) {
  return html`
    <tr><th scope="row">${inspection.trigger_id}</th><td><${VerdictTag} outcome=${inspection.outcome} />${inspection.late ? ` ${text("line-late")}` : ""}</td>
      <td>${showTime(inspection.triggered_at)}</td><td class="source">${text(`trigger-source-${inspection.source}`)}</td>
      <td class="right">${showMs(inspection.latency.verdict_ms)}</td><td>${inspection.challenge ? text("line-challenge-name", { name: inspection.challenge.name }) : (inspection.part_id ?? inspection.reason ?? "")}</td></tr>`;
}

/** What the station says of the line at this moment, such as a camera that is gone. */
function Conditions() {
  const conditions = useStore(stationStatus)?.conditions ?? [];
  if (!conditions.length) return null;
  return html`
    <div class="message warning"><h3>${text("line-conditions")}</h3>
      <ul>${conditions.map((condition) => html`<li key=${condition.code}>${conditionWords(condition)} <span class="quiet small">${text("condition-since", { at: showTime(condition.since) })}</span></li>`)}</ul></div>`;
}

export function RecentTriggers() {
  const { last: page, reload } = useAnswer(`inspections?limit=${LISTED}`);
  const { last: summary, reload: count } = useAnswer(`results/summary?hours=${HOURS}`);
  useRefresh(reload);
  useRefresh(count);
  const entries = page?.inspections ?? [];
  return html`
    <section class="card" aria-label=${text("line-triggers")}><h2>${text("line-triggers")}</h2>
      <${Conditions} />
      ${
        summary &&
        html`<p class="quiet small">${text("line-triggers-words", { hours: HOURS })}</p>
        <${Counters} counts=${{ OK: summary.ok, NG: summary.ng, ERROR: summary.error, MISSED: summary.missed }} />`
      }
      <div class="table-frame" tabindex="0">
        <table class="triggers" data-testid="triggers">
          <thead><tr><th scope="col">${text("line-part")}</th><th scope="col">${text("line-outcome")}</th><th scope="col">${text("line-triggered")}</th>
            <th scope="col">${text("line-source")}</th><th scope="col" class="right">${text("line-verdict-after")}</th><th scope="col">${text("line-id-or-reason")}</th></tr></thead>
          <tbody>${entries.map(({ seq, inspection }) => html`<${Row} key=${seq} inspection=${inspection} />`)}</tbody>
        </table>
        ${page && entries.length === 0 && html`<p class="quiet empty">${text("line-triggers-none")}</p>`}
      </div>
    </section>`;
}
