// The NG alarms on record: the part that raised each, and who acknowledged it, when and why.

import { html, useEffect, useState } from "../../preact.js";
import { showDateTime } from "../../pure/format.js";
import { query } from "../../pure/query.js";
import { useAnswer } from "../../state/answer.js";
import { stationStatus } from "../../state/events.js";
import { useStore } from "../../state/store.js";
import { text } from "../../texts/texts.js";
import { AcknowledgeAlarm } from "../shared/acknowledge_alarm.js";
import { usePartDetail } from "../shared/inspection_detail.js";
import { Pager } from "../shared/pager.js";

const PAGE = 25;
const AGAIN_MS = 1000;

/** @param {{alarm: NgAlarm}} props */
function Acknowledged({ alarm: { author, acknowledged_at, why } }) {
  if (!acknowledged_at) return html`<${AcknowledgeAlarm} />`;
  return html`${why}<span class="quiet small">${showDateTime(acknowledged_at)}, ${author}</span>`;
}

/** @param {{alarm: NgAlarm, onOpen: (trigger_id: number) => unknown}} props */
function Row({ alarm, onOpen }) {
  const { recipe, trigger_id, message, stop, raised_at } = alarm;
  return html`
    <tr><th scope="row">${showDateTime(raised_at)}</th>
      <td data-label=${text("results-alarm")}>${message}${stop && html`<span class="quiet small">${text("results-alarm-stopped")}</span>`}</td>
      <td data-label=${text("results-recipe")}>${recipe.name} v${recipe.version}</td>
      <td data-label=${text("results-part")}><button class="row-button" aria-label=${text("part", { number: String(trigger_id) })} onClick=${() => onOpen(trigger_id)}>${trigger_id}</button></td>
      <td data-label=${text("results-acknowledged")}><${Acknowledged} alarm=${alarm} /></td></tr>`;
}

export function NgAlarms() {
  const [pages, setPages] = useState(/** @type {(number | null)[]} */ ([null]));
  const raised = useStore(stationStatus)?.conditions.find(({ code }) => code === "ng_alarm");
  const path = /** @type {const} */ (`alarms${query({ before: pages.at(-1), limit: PAGE })}`);
  const { answer, last: page, reload } = useAnswer(path, raised?.since);
  const { openTrigger, detail } = usePartDetail();
  const missing = raised && page?.alarms.every(({ acknowledged_at }) => acknowledged_at);
  useEffect(() => {
    if (!missing || pages.length > 1) return undefined;
    // An alarm is shown before it is on record.
    const timer = setTimeout(reload, AGAIN_MS);
    return () => clearTimeout(timer);
  }, [missing, pages, page, reload]);
  if (!page) return null;
  const { alarms } = page;
  return html`
    <section class="card" aria-label=${text("results-alarms")}><h2>${text("results-alarms")}</h2>
      ${
        alarms.length > 0
          ? html`
          <div class="table-frame" tabindex="0">
            <table class="stacked-table" data-testid="alarms">
              <thead><tr><th scope="col">${text("results-raised")}</th><th scope="col">${text("results-alarm")}</th><th scope="col">${text("results-recipe")}</th><th scope="col">${text("results-part")}</th>
                <th scope="col">${text("results-acknowledged")}</th></tr></thead>
              <tbody>${alarms.map((alarm) => html`<${Row} key=${alarm.alarm_id} alarm=${alarm} onOpen=${openTrigger} />`)}</tbody>
            </table>
          </div>`
          : html`<p>${text("results-alarms-none")}</p>`
      }
      ${
        (pages.length > 1 || alarms.length === PAGE) &&
        html`
        <${Pager} label=${text("results-alarm-pages")} onNewer=${pages.length > 1 && (() => setPages(pages.slice(0, -1)))}
          onOlder=${answer?.alarms.length === PAGE && (() => setPages([...pages, alarms[PAGE - 1].alarm_id]))} />`
      }
      ${detail}
    </section>`;
}
