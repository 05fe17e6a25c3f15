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
      ${restarts.includes("web") && html`<p>The pages restart. This browser goes to <a href=${`${address}/settings`}>${address}</a> by itself. After a change of the address you may have to log in again.</p>`}
    </div>`;
}
