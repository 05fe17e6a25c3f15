// What happens after settings were saved, until the station is back.
import { html } from "../../preact.js";

/**
 * @typedef {{restarts: SavedSettings["restarts"], address: string, deviceAnswered: boolean}} Restart
 * @param {{restart: Restart}} props
 */
export function RestartMessage({ restart }) {
  const { restarts, address, deviceAnswered } = restart;
  return html`
    <div class="message" role="status" data-testid="restart">
      <h3>Settings saved</h3>
      ${restarts.includes("device") && deviceAnswered && html`<p>The inspection restarts with the new settings.</p>`}
      ${restarts.includes("device") && !deviceAnswered && html`<p>The device process did not answer. It uses the new settings from its next start on.</p>`}
      ${restarts.includes("web") && html`<p>The pages restart, which takes some seconds. They are at <a href=${`${address}/settings`}>${address}</a> then, and this browser goes there by itself within half a minute. At another host name or IP address you have to log in again.</p>`}
    </div>`;
}
