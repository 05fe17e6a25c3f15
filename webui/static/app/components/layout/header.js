// On every page: which station, which step, what it is doing, how its camera is.

import { station } from "../../api.js";
import { html } from "../../preact.js";
import { connectionTrouble, isLive, stationStatus } from "../../state/events.js";
import { useStore } from "../../state/store.js";
import { PersonIcon } from "../shared/icons.js";

const STEPS = [
  ["/configuration", "Configuration"],
  ["/training", "Training"],
  ["/model", "Model"],
  ["/inspection", "Inspection"],
];

const CAMERA_WORDS = {
  streaming: "Camera ready",
  opening: "Connecting to camera",
  absent: "Camera not connected",
  fault: "Camera fault",
};

/** @param {StationStatus} status */
function modeWords(status) {
  if (status.mode === "collect") return `Collecting ${status.label ?? ""}`;
  return status.mode === "inspect" ? "Inspecting" : "Live view";
}

/** @param {{to: string, current: string, children: Children}} props */
function Link({ to, current, children }) {
  return html`<a href=${to} data-page aria-current=${to === current ? "page" : null}>${children}</a>`;
}

function State() {
  const status = useStore(stationStatus);
  const trouble = useStore(connectionTrouble);
  const live = useStore(isLive);
  if (trouble)
    return html`<p class="state" role="status"><span class="lamp fault" />No connection</p>`;
  if (!status || !live)
    return html`<p class="state" role="status"><span class="lamp opening" />Connecting</p>`;
  return html`
    <div class="states" role="status">
      <p class="state" data-testid="mode"><span class=${`lamp mode-${status.mode}`} />${modeWords(status)}</p>
      <p class="state" data-testid="camera-state">
        <span class=${`lamp ${status.camera_state}`} />${CAMERA_WORDS[status.camera_state]}</p>
    </div>`;
}

/** @param {{current: string}} props */
export function Header({ current }) {
  return html`
    <header class="header">
      <p class="station" title="This station">${station}</p>
      <nav aria-label="Pages">
        <ol>
          ${STEPS.map(
            ([to, title], index) => html`
            <li key=${to}><${Link} to=${to} current=${current}><span class="step">${index + 1}</span>${title}<//></li>`,
          )}
          <li class="apart"><${Link} to="/results" current=${current}>Results<//></li>
          <li><${Link} to="/line" current=${current}>Line<//></li>
          <li><${Link} to="/cloud" current=${current}>Cloud<//></li>
        </ol>
      </nav>
      <${State} />
      <a class="button plain icon" href="/account" data-page title="Account"
        aria-label="Account" aria-current=${current === "/account" ? "page" : null}><${PersonIcon} /></a>
    </header>`;
}
