// Where results go: whether each receiver is there, what waits for it, and what its connection lacks.
import { html } from "../../preact.js";
import { showCount } from "../../pure/format.js";
import { showAge } from "../../pure/sync_state.js";
import { stationStatus } from "../../state/events.js";
import { useStore } from "../../state/store.js";

/** @type {(sink: SinkStatus, now_ms: number) => string} */
function backlogWords({ pending, oldest_at }, now_ms) {
  if (!pending) return "None";
  const age = oldest_at ? `, the oldest for ${showAge(oldest_at, now_ms)}` : "";
  return `${showCount(pending)} result${pending === 1 ? "" : "s"}${age}`;
}

/** @param {{sink: SinkStatus, now_ms: number}} props */
function Receiver({ sink, now_ms }) {
  const { name, connected, set_aside, last_error, note } = sink;
  return html`
    <li class=${`sync-state ${connected ? "good" : "fault"}`} data-testid=${`receiver-${name}`}>
      <b>${name}</b> ${connected ? "connected" : "not connected"}
      <dl class="facts">
        <dt>Waiting</dt><dd>${backlogWords(sink, now_ms)}</dd>
        ${set_aside > 0 && html`<dt>Rejected</dt><dd class="wrong">${showCount(set_aside)}, see the Results page</dd>`}
        ${last_error && html`<dt>Trouble</dt><dd class="wrong">${last_error}</dd>`}
        ${note && html`<dt>Note</dt><dd>${note}</dd>`}
      </dl>
    </li>`;
}

export function Receivers() {
  const sinks = useStore(stationStatus)?.sinks ?? [];
  if (!sinks.length) return null;
  const now_ms = Date.now();
  return html`
    <section class="card" aria-label="Receivers of results"><h2>Receivers of results</h2>
      <ul class="receivers">${sinks.map((sink) => html`<${Receiver} key=${sink.name} sink=${sink} now_ms=${now_ms} />`)}</ul>
    </section>`;
}
