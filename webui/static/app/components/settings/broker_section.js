// The MQTT broker that results are published to, and a test of its connection.
import { post } from "../../api.js";
import { html, useState } from "../../preact.js";
import { HAS_BROKER, inPageWords } from "../../pure/settings_form.js";
import { messageOf } from "../../state/notices.js";
import { text } from "../../texts/texts.js";
import { Problem } from "../shared/problem.js";
import { TextSetting, TickSetting } from "./setting_fields.js";

/** @import { SettingsForm } from "./setting_fields.js" */
/** @import { Section } from "../../pure/settings_form.js" */

/** @param {{broker: Section, onProblems: Setter<unknown>}} props */
function ConnectionTest({ broker, onProblems }) {
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState(
    /** @type {{fault: boolean, words: string} | null} */ (null),
  );
  const test = async () => {
    setBusy(true);
    setResult(null);
    try {
      const { protocol } = await post("settings/broker-check", { broker });
      setResult({ fault: false, words: text("settings-broker-answers", { protocol }) });
    } catch (error) {
      onProblems(error);
      setResult({ fault: true, words: inPageWords(messageOf(error)) });
    }
    setBusy(false);
  };
  return html`
    <div class="button-row"><button disabled=${busy} onClick=${test}>${text(busy ? "settings-broker-testing" : "settings-broker-test")}</button></div>
    ${result && html`<p class=${`message ${result.fault ? "fault" : ""}`} role="status">${result.words}</p>`}`;
}

/**
 * @param {{
 *   form: SettingsForm,
 *   sections: SettingsSections,
 *   broker: Section,
 *   onProblems: Setter<unknown>,
 * }} props
 */
export function BrokerSection({ form, sections, broker, onProblems }) {
  const has = Boolean(form.value(HAS_BROKER));
  const { other_sinks, has_password } = sections;
  return html`
    <section class="card" aria-label=${text("settings-broker")}><h2>${text("settings-broker")}</h2>
      <${TickSetting} form=${form} name=${HAS_BROKER} label=${text("settings-broker-publish")} />
      ${
        has &&
        html`
        <div class="pair">
          <${TextSetting} form=${form} name="broker.host" placeholder="broker.example.com" />
          <${TextSetting} form=${form} name="broker.port" inputmode="numeric" hint=${text("settings-broker-port-hint")} />
        </div>
        <div class="pair">
          <${TextSetting} form=${form} name="broker.username" placeholder=${text("settings-broker-no-login")} />
          <${TextSetting} form=${form} name="broker.password" type="password" autocomplete="new-password"
            placeholder=${text(has_password ? "settings-stored" : "settings-broker-no-password")}
            hint=${has_password ? text("settings-broker-password-hint") : null} />
        </div>
        <${TextSetting} form=${form} name="broker.prefix" hint=${text("settings-broker-prefix-hint")} />
        <${TickSetting} form=${form} name="broker.tls" label=${text("settings-broker-encrypt")} />
        ${
          form.value("broker.tls") &&
          html`
          <${TextSetting} form=${form} name="broker.ca_certificate" placeholder=${text("settings-broker-authority-system")}
            hint=${text("settings-broker-authority-hint")} />
          <div class="pair">
            <${TextSetting} form=${form} name="broker.client_certificate" placeholder=${text("settings-broker-no-file")} />
            <${TextSetting} form=${form} name="broker.client_key" placeholder=${text("settings-broker-no-file")} />
          </div>
          <p class="quiet small">${text("settings-broker-files")}</p>`
        }
        <${Problem} text=${form.problem("broker")} />
        <${ConnectionTest} broker=${broker} onProblems=${onProblems} />`
      }
      ${other_sinks > 0 && html`<p class="quiet small">${text("settings-broker-others", { count: other_sinks })}</p>`}
    </section>`;
}
