// What needs a person's attention, for as long as it lasts, on every page.
import { html } from "../preact.js";
import { connectionTrouble, stationStatus } from "../events.js";
import { useStore } from "../store.js";
import { showTime } from "../format.js";
import { WarningShape } from "./icons.js";

// What the person in front of the station can do about it.
const ADVICE = {
  camera_absent: "Check its cable and power; the station looks for it again by itself.",
  camera_fault: "The station opens it again by itself; if that lasts, unplug the camera for a moment.",
  camera_settings_clipped: "See the corrections on the Configuration page.",
  disk_low: "The oldest pictures of good parts are being removed; results stay.",
  disk_full: "Inspection goes on. Free space on the disk.",
  sink_away: "Results are kept here and sent when it is back.",
  engine_unfit: "Parts are judged as before, only slower. A line engineer can build or tune the model again: okng compile, okng tune.",
  model_missing: "Choose another version on the Inspection page.",
  output_fault: "Check the output's wiring and the camera.",
  part_not_found: "Lay the part where the camera sees it whole, and only one at a time.",
  picture_format: "Set region and pixel format of the recipe as they were in training, or train the model again.",
  scene_changed: "Put lamp, lens and camera back as they were: the Scene panel of the Configuration page shows when they are.",
  store_fault: "Call the line engineer: results may not be stored.",
};

function Banner({ severity, title, advice, since }) {
  return html`
    <div class=${`banner ${severity}`} role="alert">
      <${WarningShape} size=${28} />
      <p><strong>${title}</strong> ${advice && html`<span>${advice}</span>`}</p>
      ${since && html`<p class="small since">since ${showTime(since)}</p>`}
    </div>`;
}

export function Banners() {
  const trouble = useStore(connectionTrouble);
  const status = useStore(stationStatus);
  if (trouble) {
    const title = trouble.reachable ? "The station doesn't answer." : "No connection to the station.";
    return html`<${Banner} severity="fault" title=${title}
      advice=${`${trouble.message} What you see may be old; this page tries again by itself.`} />`;
  }
  return html`${(status?.conditions ?? []).map((condition) => html`
    <${Banner} key=${condition.code + condition.message} severity=${condition.severity}
      title=${condition.message} advice=${ADVICE[condition.code]} since=${condition.since} />`)}`;
}
