// The stations that share the bucket, as their last reports say.

import { html } from "../../preact.js";
import { showCount, showDateTime, showPercent } from "../../pure/format.js";
import { isStale, showAge } from "../../pure/sync_state.js";
import { usePolledAnswer } from "../../state/answer.js";

const PERIOD_MS = 15_000;

/** @param {StationReport} report */
function stateOf({ running, mode }) {
  if (!running) return "Device process does not answer";
  if (mode === "inspect") return "Inspecting";
  return mode === "collect" ? "Collecting" : "Live view";
}

/** @type {(reference: {name: string, version: number} | null | undefined) => string} */
const named = (reference) => (reference ? `${reference.name} version ${reference.version}` : "–");

/** @param {{report: StationReport, now_ms: number}} props */
function Station({ report, now_ms }) {
  const stale = isStale(report.reported_at, now_ms);
  const { conditions } = report;
  return html`
    <tr class=${stale ? "stale" : ""}>
      <th scope="row"><bdi>${report.station}</bdi><span class="small quiet">${stateOf(report)}</span></th>
      <td data-label="Recipe">${named(report.recipe)}</td>
      <td data-label="Model">${named(report.model)}</td>
      <td data-label="Yield">${showPercent(report.yield_24h)}<span class="small quiet">${showCount(report.parts_24h)} parts in 24 h</span></td>
      <td data-label="Conditions">${
        conditions.length
          ? html`<ul>${conditions.map(({ code, severity, message }) => html`<li key=${code} class=${severity === "fault" ? "wrong" : ""}>${message}</li>`)}</ul>`
          : "none"
      }</td>
      <td data-label="Version">${report.okng_version}</td>
      <td data-label="Last report">${showAge(report.reported_at, now_ms)} ago
        ${stale ? html`<span class="tag fault">out of date</span>` : html`<span class="small quiet">${showDateTime(report.reported_at)}</span>`}</td>
    </tr>`;
}

export function FleetTable() {
  const fleet = usePolledAnswer("sync/stations", PERIOD_MS);
  if (!fleet) return null;
  const now_ms = Date.now();
  return html`
    <section class="card" aria-label="Stations"><h2>Stations of this bucket</h2>
      ${
        fleet.stations.length === 0
          ? html`<p class="quiet">No station has reported yet.</p>`
          : html`
          <div class="table-frame" tabindex="0"><table class="fleet">
            <thead><tr><th scope="col">Station</th><th scope="col">Recipe</th><th scope="col">Model</th><th scope="col">Yield</th>
              <th scope="col">Conditions</th><th scope="col">Version</th><th scope="col">Last report</th></tr></thead>
            <tbody>${fleet.stations.map((report) => html`<${Station} key=${report.station_id} report=${report} now_ms=${now_ms} />`)}</tbody>
          </table></div>`
      }
      ${fleet.unreadable.map(({ key, reason }) => html`<p class="message warning" key=${key}>The report ${key} can't be read: ${reason}</p>`)}
      ${fleet.read_at && html`<p class="quiet small">Read from the bucket ${showDateTime(fleet.read_at)}.</p>`}
    </section>`;
}
