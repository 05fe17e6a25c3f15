import { post } from "../../api.js";
import { html, useState } from "../../preact.js";
import { refreshStatus } from "../../state/events.js";
import { notify } from "../../state/notices.js";
import { ReasonDialog } from "./reason_dialog.js";

const FOUND = ["Camera or light cleaned", "Tool or process corrected", "Parts really were NG"];

/** The button that acknowledges the NG alarm, with what was found on record. */
export function AcknowledgeAlarm() {
  const [asking, setAsking] = useState(false);
  return html`
    <button onClick=${() => setAsking(true)}>Acknowledge</button>
    ${
      asking &&
      html`
      <${ReasonDialog} title="Acknowledge the NG alarm" label="What was found" presets=${FOUND} action="Acknowledge"
        required onClose=${() => setAsking(false)}
        onDone=${async (/** @type {string} */ why) => {
          await post("alarms/acknowledge", { why });
          await refreshStatus();
          notify("The NG alarm is acknowledged. NG parts are counted anew.");
        }}>
        <p>From now on parts are taken again. Your name and the reason are recorded.</p>
      <//>`
    }`;
}
