// Results that a receiver (MQTT) refused: why, and another try.

import { post } from "../../api.js";
import { html } from "../../preact.js";
import { showCount, showDateTime } from "../../pure/format.js";
import { useAnswer } from "../../state/answer.js";
import { attempt, notify } from "../../state/notices.js";
import { useRefresh } from "../../state/refresh.js";

const SHOWN = 20;

export function SetAsideResults() {
  const { answer: page, reload } = useAnswer(`set-aside-results?limit=${SHOWN}`);
  useRefresh(reload);
  /** @param {{sink?: string, seqs?: number[]}} which */
  const retry = (which) =>
    attempt(async () => {
      const { retried } = await post("set-aside-results/retry", which);
      notify(
        `${showCount(retried)} ${retried === 1 ? "result is" : "results are"} being sent again. Results that are rejected again will reappear here.`,
      );
      reload();
    });
  if (!page?.total) return null;
  return html`
    <section aria-label="Rejected results" data-testid="set-aside">
      <h2>Rejected by the receiver</h2>
      <p>${showCount(page.total)} ${page.total === 1 ? "result was" : "results were"} rejected by the receiver, which accepted
        others. They are kept here until they are sent again. The parts below are not affected.</p>
      <ul class="rows">
        ${page.results.map(
          (result) => html`
          <li key=${`${result.sink} ${result.seq}`}>
            <div>Record ${result.seq} for ${result.sink}: ${result.reason}
              <p class="quiet small">${showDateTime(result.set_aside_at)}, ${showCount(result.payload_bytes)} bytes</p></div>
            <button aria-label=${`Send record ${result.seq} again`}
              onClick=${() => retry({ sink: result.sink, seqs: [result.seq] })}>Send again</button>
          </li>`,
        )}
      </ul>
      ${page.total > SHOWN && html`<p class="quiet small">Only the oldest ${SHOWN} are shown.</p>`}
      <div class="button-row"><button onClick=${() => retry({})}>Send all again</button></div>
    </section>`;
}
