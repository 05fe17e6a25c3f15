// The way to all pages on a telephone: a bar at the foot, in reach of a thumb.

import { html, useRef } from "../../preact.js";
import { InspectionIcon, ModelIcon, MoreIcon, ResultsIcon, TrainingIcon } from "../shared/icons.js";
import { Link } from "./link.js";

/** @type {[path: string, title: string, icon: typeof MoreIcon][]} */
const IN_THE_BAR = [
  ["/inspection", "Inspection", InspectionIcon],
  ["/results", "Results", ResultsIcon],
  ["/training", "Training", TrainingIcon],
  ["/model", "Model", ModelIcon],
];
/** @type {[path: string, title: string][]} */
const UNDER_MORE = [
  ["/configuration", "Configuration"],
  ["/line", "Line"],
  ["/cloud", "Cloud"],
  ["/account", "Account"],
];

/** @param {{current: string}} props */
export function PageBar({ current }) {
  const more = useRef(/** @type {HTMLElement | null} */ (null));
  const isUnderMore = UNDER_MORE.some(([to]) => to === current);
  return html`
    <nav class="page-bar" aria-label="Pages">
      <ul class="page-bar-row">
        ${IN_THE_BAR.map(
          ([to, title, icon]) => html`
          <li key=${to}><${Link} to=${to} current=${current}><${icon} />${title}<//></li>`,
        )}
        <li><button type="button" class=${isUnderMore ? "current" : ""} popovertarget="more-pages"><${MoreIcon} />More</button></li>
      </ul>
      <ul class="more-pages" id="more-pages" popover ref=${more}>
        ${UNDER_MORE.map(
          ([to, title]) => html`
          <li key=${to}><${Link} to=${to} current=${current} onClick=${() => more.current?.hidePopover()}>${title}<//></li>`,
        )}
      </ul>
    </nav>`;
}
