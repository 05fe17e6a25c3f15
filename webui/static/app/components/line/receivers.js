// Where results go: whether each receiver is there, what waits for it, and what its connection lacks.
import { html } from "../../preact.js";
import { showAge } from "../../pure/sync_state.js";
import { stationStatus } from "../../state/events.js";
import { useStore } from "../../state/store.js";
import { text } from "../../texts/texts.js";

/** @type {(sink: SinkStatus, now_ms: number) => string} */
function backlogWords({ pending: count, oldest_at }, now_ms) {
  if (!count) return text("line-receiver-none");
  return oldest_at
    ? text("line-receiver-backlog-age", { count, age: showAge(oldest_at, now_ms) })
    : text("line-receiver-backlog", { count });
}

/** @param {{sink: SinkStatus, now_ms: number}} props */
function Receiver({ sink, now_ms }) {
  const { name, connected, set_aside, last_error, note } = sink;
  return html`
    <li class=${`sync-state ${connected ? "good" : "fault"}`} data-testid=${`receiver-${name}`}>
      <b>${name}</b> ${text(connected ? "line-receiver-connected" : "line-receiver-not-connected")}
      <dl class="facts">
        <dt>${text("line-receiver-waiting")}</dt><dd>${backlogWords(sink, now_ms)}</dd>
        ${set_aside > 0 && html`<dt>${text("line-receiver-rejected")}</dt><dd class="wrong">${text("line-receiver-rejected-count", { count: set_aside })}</dd>`}
        ${last_error && html`<dt>${text("line-receiver-trouble")}</dt><dd class="wrong">${last_error}</dd>`}
        ${note && html`<dt>${text("line-receiver-note")}</dt><dd>${note}</dd>`}
      </dl>
    </li>`;
}

export function Receivers() {
  const sinks = useStore(stationStatus)?.sinks ?? [];
  if (!sinks.length) return null;
  const now_ms = Date.now();
  return html`
    <section class="card" aria-label=${text("line-receivers")}><h2>${text("line-receivers")}</h2>
      <ul class="receivers">${sinks.map((sink) => html`<${Receiver} key=${sink.name} sink=${sink} now_ms=${now_ms} />`)}</ul>
    </section>`;
}
