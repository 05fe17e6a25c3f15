import { html } from "../../preact.js";
import { text } from "../../texts/texts.js";
import { Button } from "./button.js";

/** @typedef {(() => unknown) | false | null | undefined | 0 | ""} Going */

/**
 * Goes through pages of rows, the newest first; what is false leads nowhere.
 * @param {{label: string, onNewer: Going, onOlder: Going}} props
 */
export function Pager({ label, onNewer, onOlder }) {
  return html`
    <nav class="button-row" aria-label=${label}>
      <${Button} whyNot=${!onNewer && text("pager-newest")} onClick=${onNewer}>${text("pager-newer")}<//>
      <${Button} whyNot=${!onOlder && text("pager-oldest")} onClick=${onOlder}>${text("pager-older")}<//>
    </nav>`;
}
