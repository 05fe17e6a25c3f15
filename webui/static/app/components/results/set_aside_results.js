// Results that a receiver (MQTT) refused: why, and another try.

import { post } from "../../api.js";
import { html } from "../../preact.js";
import { showDateTime } from "../../pure/format.js";
import { useAnswer } from "../../state/answer.js";
import { attempt, notify } from "../../state/notices.js";
import { useRefresh } from "../../state/refresh.js";
import { text } from "../../texts/texts.js";

const SHOWN = 20;

export function SetAsideResults() {
  const { answer: page, reload } = useAnswer(`set-aside-results?limit=${SHOWN}`);
  useRefresh(reload);
  /** @param {{sink?: string, seqs?: number[]}} which */
  const retry = (which) =>
    attempt(async () => {
      const { retried } = await post("set-aside-results/retry", which);
      notify(text("results-set-aside-retried", { count: retried }));
      reload();
    });
  if (!page?.total) return null;
  return html`
    <section aria-label=${text("results-set-aside")} data-testid="set-aside">
      <h2>${text("results-set-aside-title")}</h2>
      <p>${text("results-set-aside-words", { count: page.total })}</p>
      <ul class="rows">
        ${page.results.map(
          (result) => html`
          <li key=${`${result.sink} ${result.seq}`}>
            <div>${text("results-set-aside-record", { seq: String(result.seq), sink: result.sink, reason: result.reason })}
              <p class="quiet small">${text("results-set-aside-size", {
                at: showDateTime(result.set_aside_at),
                bytes: result.payload_bytes,
              })}</p></div>
            <button aria-label=${text("results-set-aside-send-record", { seq: String(result.seq) })}
              onClick=${() => retry({ sink: result.sink, seqs: [result.seq] })}>${text("results-set-aside-send")}</button>
          </li>`,
        )}
      </ul>
      ${page.total > SHOWN && html`<p class="quiet small">${text("results-set-aside-oldest", { count: SHOWN })}</p>`}
      <div class="button-row"><button onClick=${() => retry({})}>${text("results-set-aside-send-all")}</button></div>
    </section>`;
}
