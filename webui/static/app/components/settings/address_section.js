// What the station is called, and where its pages are reachable.
import { html } from "../../preact.js";
import { hostChoices, locksOut } from "../../pure/settings_form.js";
import { ChoiceSetting, TextSetting } from "./setting_fields.js";

/** @import { SettingsForm } from "./setting_fields.js" */

/** @param {{form: SettingsForm, overview: SettingsOverview, sections: SettingsSections}} props */
export function AddressSection({ form, overview, sections }) {
  const host = String(form.value("web.host"));
  const isOpen = host !== "127.0.0.1" && !sections.tls;
  return html`
    <section class="card" aria-label="Station and network"><h2>Station and network</h2>
      <${TextSetting} form=${form} name="station" maxlength="64" hint="Part of every result and of the MQTT topics. Programs that listen to them have to follow a change." />
      <div class="pair">
        <${ChoiceSetting} form=${form} name="web.host" options=${hostChoices(overview.addresses, host)} />
        <${TextSetting} form=${form} name="web.port" inputmode="numeric" />
      </div>
      ${
        locksOut(location.hostname, host) &&
        html`<p class="message warning">From this browser the pages will no longer be reachable: it runs on another machine.</p>`
      }
      ${
        isOpen &&
        html`<p class="quiet small">Without a TLS certificate passwords cross the network unencrypted. Set one in the settings file:
          <span class="mono">tls_certificate</span> and <span class="mono">tls_key</span> of <span class="mono">[web]</span>.</p>`
      }
    </section>`;
}
