// What happens after settings were saved, until the station is back.
import { html } from "../../preact.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";

/** @import { TextElements } from "../../texts/rich_text.js" */

/**
 * @typedef {{restarts: SavedSettings["restarts"], address: string, deviceAnswered: boolean}} Restart
 * @param {{restart: Restart}} props
 */
export function RestartMessage({ restart }) {
  const { restarts, address, deviceAnswered } = restart;
  const device = restarts.includes("device");
  /** @type {TextElements} */
  const elements = {
    link: (children) => html`<a href=${`${address}/settings`}>${children}</a>`,
  };
  return html`
    <div class="message" role="status" data-testid="restart">
      <h3>${text("settings-saved")}</h3>
      ${device && html`<p>${text(deviceAnswered ? "settings-device-restarts" : "settings-device-silent")}</p>`}
      ${restarts.includes("web") && html`<p>${richText("settings-pages-restart", { address }, elements)}</p>`}
    </div>`;
}
