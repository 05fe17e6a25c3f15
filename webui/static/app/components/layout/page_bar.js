// The way to all pages on a telephone: a bar at the foot, in reach of a thumb.

import { html, useRef } from "../../preact.js";
import { pageTitle } from "../../state/loaded_pages.js";
import { text } from "../../texts/texts.js";
import { InspectionIcon, ModelIcon, MoreIcon, ResultsIcon, TrainingIcon } from "../shared/icons.js";
import { Link } from "./link.js";

/** @import { PageName } from "../../state/loaded_pages.js" */

/** @type {[name: PageName, icon: typeof MoreIcon][]} */
const IN_THE_BAR = [
  ["inspection", InspectionIcon],
  ["results", ResultsIcon],
  ["training", TrainingIcon],
  ["model", ModelIcon],
];
/** @type {PageName[]} */
const UNDER_MORE = ["configuration", "dataset", "quality", "line", "cloud", "account"];

/** @param {{current: string}} props */
export function PageBar({ current }) {
  const more = useRef(/** @type {HTMLElement | null} */ (null));
  const isUnderMore = UNDER_MORE.some((name) => `/${name}` === current);
  return html`
    <nav class="page-bar" aria-label=${text("header-pages")}>
      <ul class="page-bar-row">
        ${IN_THE_BAR.map(
          ([name, icon]) => html`
          <li key=${name}><${Link} to=${`/${name}`} current=${current}><${icon} />${pageTitle(name)}<//></li>`,
        )}
        <li><button type="button" class=${isUnderMore ? "current" : ""} popovertarget="more-pages"><${MoreIcon} />${text("more")}</button></li>
      </ul>
      <ul class="more-pages" id="more-pages" popover ref=${more}>
        ${UNDER_MORE.map(
          (name) => html`
          <li key=${name}><${Link} to=${`/${name}`} current=${current} onClick=${() => more.current?.hidePopover()}>${pageTitle(name)}<//></li>`,
        )}
      </ul>
    </nav>`;
}
