// The MQTT broker that results are published to, and a test of its connection.
import { post } from "../../api.js";
import { html, useState } from "../../preact.js";
import { HAS_BROKER, inPageWords } from "../../pure/settings_form.js";
import { messageOf } from "../../state/notices.js";
import { Problem } from "../shared/problem.js";
import { TextSetting, TickSetting } from "./setting_fields.js";

/** @import { SettingsForm } from "./setting_fields.js" */
/** @import { Section } from "../../pure/settings_form.js" */

/** @param {{broker: Section, onProblems: Setter<unknown>}} props */
function ConnectionTest({ broker, onProblems }) {
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState(/** @type {{fault: boolean, text: string} | null} */ (null));
  const test = async () => {
    setBusy(true);
    setResult(null);
    try {
      const { protocol } = await post("settings/broker-check", { broker });
      setResult({ fault: false, text: `The broker answers and accepts the login (${protocol}).` });
    } catch (error) {
      onProblems(error);
      setResult({ fault: true, text: inPageWords(messageOf(error)) });
    }
    setBusy(false);
  };
  return html`
    <div class="button-row"><button disabled=${busy} onClick=${test}>${busy ? "Connecting…" : "Test the connection"}</button></div>
    ${result && html`<p class=${`message ${result.fault ? "fault" : ""}`} role="status">${result.text}</p>`}`;
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
    <section class="card" aria-label="MQTT broker"><h2>MQTT broker</h2>
      <${TickSetting} form=${form} name=${HAS_BROKER} label="Publish results to an MQTT broker" />
      ${
        has &&
        html`
        <div class="pair">
          <${TextSetting} form=${form} name="broker.host" placeholder="broker.example.com" />
          <${TextSetting} form=${form} name="broker.port" inputmode="numeric" hint="Usually 1883, with TLS 8883." />
        </div>
        <div class="pair">
          <${TextSetting} form=${form} name="broker.username" placeholder="no login" />
          <${TextSetting} form=${form} name="broker.password" type="password" autocomplete="new-password"
            placeholder=${has_password ? "stored" : "none"}
            hint=${has_password ? "The stored password is kept unless you enter another one. It is never shown." : null} />
        </div>
        <${TextSetting} form=${form} name="broker.prefix" hint="Results go to this, the station name and “result”, such as okng/station-1/result." />
        <${TickSetting} form=${form} name="broker.tls" label="Encrypt the connection (TLS)" />
        ${
          form.value("broker.tls") &&
          html`
          <${TextSetting} form=${form} name="broker.ca_certificate" placeholder="those that the system trusts"
            hint="A PEM file on the station, if the broker's certificate is signed by an authority of your own." />
          <div class="pair">
            <${TextSetting} form=${form} name="broker.client_certificate" placeholder="none" />
            <${TextSetting} form=${form} name="broker.client_key" placeholder="none" />
          </div>
          <p class="quiet small">PEM files on the station, for brokers that ask for a certificate.</p>`
        }
        <${Problem} text=${form.problem("broker")} />
        <${ConnectionTest} broker=${broker} onProblems=${onProblems} />`
      }
      ${other_sinks > 0 && html`<p class="quiet small">${other_sinks === 1 ? "One more receiver of results is" : `${other_sinks} more receivers of results are`} set in the settings file.</p>`}
    </section>`;
}
