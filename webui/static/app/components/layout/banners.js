// What needs a person's attention, for as long as it lasts, on every page.
import { html, useState } from "../../preact.js";
import { showTime } from "../../pure/format.js";
import { connectionTrouble, stationStatus } from "../../state/events.js";
import { path } from "../../state/router.js";
import { useStore } from "../../state/store.js";
import { AcknowledgeAlarm } from "../shared/acknowledge_alarm.js";
import { WarningShape } from "../shared/icons.js";

/**
 * What the operator can do about it.
 * @type {Record<Condition["code"], string>}
 */
const ADVICE = {
  camera_absent: "Check its cable and power supply. The station reconnects automatically.",
  camera_fault:
    "The station reconnects automatically. If this persists, unplug the camera for a moment.",
  camera_settings_clipped: "See the adjusted settings on the Configuration page.",
  data_dir_fault:
    "Call the line engineer: the disk with the station's data can't be accessed. Inspection continues.",
  disk_low: "The oldest pictures of good parts are being deleted. Results are kept.",
  disk_full: "Inspection continues. Free up disk space.",
  files_quarantined:
    "Nothing was deleted. Ask the line engineer to check them: okng doctor says what to do.",
  recipe_missing: "Activate a recipe on the Configuration page.",
  results_set_aside:
    "Nothing is lost. A line engineer can see the reason on the Results page and send them again.",
  wire_away:
    "The PLC can't trigger parts or read results until it is back. Call the line engineer.",
  sink_away: "Results are stored here and sent when it is back.",
  sync_trouble: "Inspection continues, and files wait on this station. The Cloud page says why.",
  sink_trouble: "Rejected results are stored here. Call the line engineer.",
  engine_unfit:
    "Parts are inspected as before, but more slowly. A line engineer can compile or tune the model again: okng compile, okng tune.",
  model_missing: "Choose another version on the Inspection page.",
  challenge_due: "Put the known parts under the camera, one after the other.",
  ng_alarm: "Find the cause, then acknowledge the alarm.",
  notification_trouble: "Messages are stored here and sent when the receiver is back.",
  output_fault: "Check the camera and the wiring of the output.",
  part_not_found: "Place one part at a time, fully in the camera's view.",
  picture_format:
    "Set the recipe's region and pixel format as they were during training, or train the model again.",
  scene_changed:
    "Restore the lighting, lens and camera position. The Scene panel on the Configuration page shows when they match.",
  edges_unaccounted:
    "Check the trigger's sensor and debouncer. Parts may have passed without an inspection.",
  trigger_fault: "No part can be triggered. Check the GPIO chip and the recipe's trigger.",
  trial_failed: "Parts are inspected as before. End the trial on the Model page.",
  store_fault: "Inspection and outputs continue. Call the line engineer.",
};

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
      ${since && html`<p class="small since">since ${showTime(since)}</p>`}
    </div>`;
}

export function Banners() {
  const trouble = useStore(connectionTrouble);
  const status = useStore(stationStatus);
  const page = useStore(path);
  const [unfolded, setUnfolded] = useState(false);
  if (trouble) {
    return html`<${Banner} severity="fault" title=${trouble.title}
      advice=${`${trouble.message} What you see may be out of date. This page reconnects automatically.`} />`;
  }
  // The gravest comes first: on a low screen the others are folded away.
  const conditions = [...(status?.conditions ?? [])].sort(
    (a, b) => Number(b.severity === "fault") - Number(a.severity === "fault"),
  );
  if (!conditions.length) return null;
  return html`<div class=${`banners ${unfolded ? "unfolded" : ""}`}>${conditions.map(
    (condition, index) => html`
    <${Banner} key=${condition.code + condition.message} severity=${condition.severity}
      title=${condition.message} advice=${ADVICE[condition.code]} since=${condition.since}>
      ${condition.code === "ng_alarm" && html`<${AcknowledgeAlarm} />`}
      ${condition.code === "challenge_due" && page !== "/inspection" && html`<a class="button" href="/inspection" data-page>Check parts</a>`}
      ${
        index === 0 &&
        conditions.length > 1 &&
        html`<button class="fold" aria-expanded=${unfolded} onClick=${() => setUnfolded(!unfolded)}>${unfolded ? "Less" : `${conditions.length - 1} more`}</button>`
      }
    <//>`,
  )}</div>`;
}
