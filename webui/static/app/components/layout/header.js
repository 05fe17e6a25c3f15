// On every page: which station, which step, what it is doing, how its camera is.

import { station } from "../../api.js";
import { html } from "../../preact.js";
import { connectionTrouble, isLive, stationStatus } from "../../state/events.js";
import { pageTitle } from "../../state/loaded_pages.js";
import { useStore } from "../../state/store.js";
import { text } from "../../texts/texts.js";
import { PersonIcon } from "../shared/icons.js";
import { Link } from "./link.js";
import { entryOf } from "./sub_pages.js";

/** @import { PageName } from "../../state/loaded_pages.js" */

/** @type {PageName[]} */
const STEPS = ["configuration", "training", "model", "inspection"];
/** @type {PageName[]} */
const OTHERS = ["results", "line", "cloud"];

/** @param {StationStatus} status */
const modeWords = ({ mode, label }) =>
  mode === "collect"
    ? text("header-mode-collect", { label: label ?? "" })
    : text(`header-mode-${mode}`);

function State() {
  const status = useStore(stationStatus);
  const trouble = useStore(connectionTrouble);
  const live = useStore(isLive);
  if (trouble)
    return html`<p class="state" role="status"><span class="lamp fault" />${text("header-no-connection")}</p>`;
  if (!status || !live)
    return html`<p class="state" role="status"><span class="lamp opening" />${text("header-connecting")}</p>`;
  return html`
    <div class="states" role="status">
      <p class="state" data-testid="mode"><span class=${`lamp mode-${status.mode}`} />${modeWords(status)}</p>
      <p class="state" data-testid="camera-state">
        <span class=${`lamp ${status.camera_state}`} />${text(`header-camera-${status.camera_state}`)}</p>
    </div>`;
}

/** @param {{current: string}} props */
export function Header({ current }) {
  const entry = entryOf(current);
  return html`
    <header class="header">
      <p class="station" dir="auto" title=${text("header-station")}>${station}</p>
      <nav aria-label=${text("header-pages")}>
        <ol>
          ${STEPS.map(
            (name, index) => html`
            <li key=${name}><${Link} to=${`/${name}`} current=${entry}><span class="step">${index + 1}</span>${pageTitle(name)}<//></li>`,
          )}
          ${OTHERS.map(
            (name, index) => html`
            <li key=${name} class=${index ? "" : "apart"}><${Link} to=${`/${name}`} current=${entry}>${pageTitle(name)}<//></li>`,
          )}
        </ol>
      </nav>
      <${State} />
      <a class="button plain icon account" href="/account" data-page title=${pageTitle("account")}
        aria-label=${pageTitle("account")} aria-current=${current === "/account" ? "page" : null}><${PersonIcon} /></a>
    </header>`;
}
