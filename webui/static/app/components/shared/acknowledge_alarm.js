import { post } from "../../api.js";
import { html, useState } from "../../preact.js";
import { refreshStatus } from "../../state/events.js";
import { notify } from "../../state/notices.js";
import { text } from "../../texts/texts.js";
import { ReasonDialog } from "./reason_dialog.js";

const found = () => [
  text("acknowledge-found-cleaned"),
  text("acknowledge-found-corrected"),
  text("acknowledge-found-really-ng"),
];

/** The button that acknowledges the NG alarm, with what was found on record. */
export function AcknowledgeAlarm() {
  const [asking, setAsking] = useState(false);
  return html`
    <button onClick=${() => setAsking(true)}>${text("acknowledge")}</button>
    ${
      asking &&
      html`
      <${ReasonDialog} title=${text("acknowledge-title")} label=${text("acknowledge-found")} presets=${found()} action=${text("acknowledge")}
        required onClose=${() => setAsking(false)}
        onDone=${async (/** @type {string} */ why) => {
          await post("alarms/acknowledge", { why });
          await refreshStatus();
          notify(text("acknowledge-done"));
        }}>
        <p>${text("acknowledge-words")}</p>
      <//>`
    }`;
}
