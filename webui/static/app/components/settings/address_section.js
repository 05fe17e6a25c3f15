// What the station is called, and where its pages are reachable.
import { html } from "../../preact.js";
import { hostChoices, locksOut } from "../../pure/settings_form.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";
import { ChoiceSetting, TextSetting } from "./setting_fields.js";

/** @import { SettingsForm } from "./setting_fields.js" */

/** @param {{form: SettingsForm, overview: SettingsOverview, sections: SettingsSections}} props */
export function AddressSection({ form, overview, sections }) {
  const host = String(form.value("web.host"));
  const isOpen = host !== "127.0.0.1" && !sections.tls;
  return html`
    <section class="card" aria-label=${text("settings-network")}><h2>${text("settings-network")}</h2>
      <${TextSetting} form=${form} name="station" maxlength="64" hint=${text("settings-station-hint")} />
      <div class="pair">
        <${ChoiceSetting} form=${form} name="web.host" options=${hostChoices(overview.addresses, host)} />
        <${TextSetting} form=${form} name="web.port" inputmode="numeric" />
      </div>
      ${
        locksOut(location.hostname, host) &&
        html`<p class="message warning">${text("settings-web-locked-out")}</p>`
      }
      ${isOpen && html`<p class="quiet small">${richText("settings-web-no-tls", {})}</p>`}
    </section>`;
}
