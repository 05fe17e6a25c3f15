// What needs a person's attention, for as long as it lasts, on every page.
import { html, useState } from "../../preact.js";
import { conditionWords } from "../../pure/condition_words.js";
import { showTime } from "../../pure/format.js";
import { connectionTrouble, stationStatus } from "../../state/events.js";
import { path } from "../../state/router.js";
import { useStore } from "../../state/store.js";
import { text } from "../../texts/texts.js";
import { AcknowledgeAlarm } from "../shared/acknowledge_alarm.js";
import { WarningShape } from "../shared/icons.js";

/**
 * @param {{
 *   severity: Condition["severity"],
 *   title: string,
 *   advice: string,
 *   since?: string,
 *   children?: Children,
 * }} props
 */
function Banner({ severity, title, advice, since, children }) {
  return html`
    <div class=${`banner ${severity}`} role="alert">
      <${WarningShape} size=${28} />
      <p><strong>${title}</strong> ${advice && html`<span>${advice}</span>`}</p>
      ${children}
      ${since && html`<p class="small since">${text("condition-since", { at: showTime(since) })}</p>`}
    </div>`;
}

export function Banners() {
  const trouble = useStore(connectionTrouble);
  const status = useStore(stationStatus);
  const page = useStore(path);
  const [unfolded, setUnfolded] = useState(false);
  if (trouble) {
    return html`<${Banner} severity="fault" title=${trouble.title}
      advice=${`${trouble.message} ${text("condition-out-of-date")}`} />`;
  }
  // The gravest comes first: on a low screen the others are folded away.
  const conditions = [...(status?.conditions ?? [])].sort(
    (a, b) => Number(b.severity === "fault") - Number(a.severity === "fault"),
  );
  if (!conditions.length) return null;
  return html`<div class=${`banners ${unfolded ? "unfolded" : ""}`}>${conditions.map(
    (condition, index) => html`
    <${Banner} key=${condition.code + condition.message} severity=${condition.severity}
      title=${conditionWords(condition)} advice=${text(`condition-${condition.code}-advice`)} since=${condition.since}>
      ${condition.code === "ng_alarm" && html`<${AcknowledgeAlarm} />`}
      ${condition.code === "challenge_due" && page !== "/inspection" && html`<a class="button" href="/inspection" data-page>${text("condition-check-parts")}</a>`}
      ${
        index === 0 &&
        conditions.length > 1 &&
        html`<button class="fold" aria-expanded=${unfolded} onClick=${() => setUnfolded(!unfolded)}>${unfolded ? text("less") : text("condition-more", { count: conditions.length - 1 })}</button>`
      }
    <//>`,
  )}</div>`;
}
