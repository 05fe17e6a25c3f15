// The stations that share the bucket, as their last reports say.

import { html } from "../../preact.js";
import { showDateTime, showPercent } from "../../pure/format.js";
import { isStale, showAge } from "../../pure/sync_state.js";
import { usePolledAnswer } from "../../state/answer.js";
import { text } from "../../texts/texts.js";

const PERIOD_MS = 15_000;

/** @param {StationReport} report */
function stateOf({ running, mode }) {
  if (!running) return text("fleet-state-silent");
  if (mode === "inspect") return text("fleet-state-inspect");
  return text(mode === "collect" ? "fleet-state-collect" : "fleet-state-live");
}

/** @type {(reference: {name: string, version: number} | null | undefined) => string} */
const named = (reference) => (reference ? text("fleet-named", { ...reference }) : "–");

/** @param {{report: StationReport, now_ms: number}} props */
function Station({ report, now_ms }) {
  const stale = isStale(report.reported_at, now_ms);
  const { conditions } = report;
  const age = showAge(report.reported_at, now_ms);
  return html`
    <tr class=${stale ? "stale" : ""}>
      <th scope="row"><bdi>${report.station}</bdi><span class="small quiet">${stateOf(report)}</span></th>
      <td data-label=${text("fleet-recipe")}>${named(report.recipe)}</td>
      <td data-label=${text("fleet-model")}>${named(report.model)}</td>
      <td data-label=${text("fleet-yield")}>${showPercent(report.yield_24h)}<span class="small quiet">${text("fleet-parts", { count: report.parts_24h })}</span></td>
      <td data-label=${text("fleet-conditions")}>${
        conditions.length
          ? html`<ul>${conditions.map(({ code, severity, message }) => html`<li key=${code} class=${severity === "fault" ? "wrong" : ""}>${message}</li>`)}</ul>`
          : text("fleet-no-conditions")
      }</td>
      <td data-label=${text("fleet-version")}>${report.okng_version}</td>
      <td data-label=${text("fleet-last-report")}>${text("fleet-age", { age })}
        ${stale ? html`<span class="tag fault">${text("fleet-out-of-date")}</span>` : html`<span class="small quiet">${showDateTime(report.reported_at)}</span>`}</td>
    </tr>`;
}

export function FleetTable() {
  const fleet = usePolledAnswer("sync/stations", PERIOD_MS);
  if (!fleet) return null;
  const now_ms = Date.now();
  return html`
    <section class="card" aria-label=${text("fleet-stations")}><h2>${text("fleet")}</h2>
      ${
        fleet.stations.length === 0
          ? html`<p class="quiet">${text("fleet-none")}</p>`
          : html`
          <div class="table-frame" tabindex="0"><table class="fleet">
            <thead><tr><th scope="col">${text("fleet-station")}</th><th scope="col">${text("fleet-recipe")}</th><th scope="col">${text("fleet-model")}</th><th scope="col">${text("fleet-yield")}</th>
              <th scope="col">${text("fleet-conditions")}</th><th scope="col">${text("fleet-version")}</th><th scope="col">${text("fleet-last-report")}</th></tr></thead>
            <tbody>${fleet.stations.map((report) => html`<${Station} key=${report.station_id} report=${report} now_ms=${now_ms} />`)}</tbody>
          </table></div>`
      }
      ${fleet.unreadable.map(({ key, reason }) => html`<p class="message warning" key=${key}>${text("fleet-unreadable", { key, reason })}</p>`)}
      ${fleet.read_at && html`<p class="quiet small">${text("fleet-read-at", { at: showDateTime(fleet.read_at) })}</p>`}
    </section>`;
}
