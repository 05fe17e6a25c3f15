// Which camera the station opens: found ones to choose from, or one that is not connected yet.
import { html } from "../../preact.js";
import { cameraKind, cameraKinds } from "../../pure/settings_form.js";
import { useAnswer } from "../../state/answer.js";
import { Button } from "../shared/button.js";
import { ChoiceField } from "../shared/fields.js";
import { Problem } from "../shared/problem.js";
import { TextSetting } from "./setting_fields.js";

/** @import { SettingsForm } from "./setting_fields.js" */
/** @import { Edits } from "../../pure/settings_form.js" */

/** @param {{form: SettingsForm}} props */
function FoundCameraList({ form }) {
  const { answer, reload } = useAnswer("settings/cameras");
  const cameras = answer?.cameras.filter(({ simulated }) => !simulated) ?? [];
  const chosen = form.value("camera.serial");
  const reasons = Object.values(answer?.unavailable ?? {});
  return html`
    <div class="found-cameras">
      <div class="field-head"><h3>Connected cameras</h3><button onClick=${reload}>Search again</button></div>
      ${!answer && html`<p class="quiet" role="status">Searching for cameras…</p>`}
      ${answer && !cameras.length && html`<p class="quiet" role="status">No camera was found. Check its cable and power supply.</p>`}
      ${reasons.map((reason) => html`<p key=${reason} class="message warning">${reason}</p>`)}
      <ul class="rows">
        ${cameras.map(
          ({ serial, model, user_id, interface: connection }) => html`
          <li key=${serial}><div><b>${model}</b>
              <p class="quiet small">${connection}, serial number ${serial}${user_id ? `, ${user_id}` : ""}</p></div>
            ${
              serial === chosen
                ? html`<span class="tag">chosen</span>`
                : html`<${Button} whyNot=${form.fixedBy("camera.serial") && "The serial number is fixed."} aria-label=${`Use ${model} ${serial}`}
                    onClick=${() => form.set("camera.serial", serial)}>Use<//>`
            }</li>`,
        )}
      </ul>
    </div>`;
}

/**
 * @param {{
 *   form: SettingsForm,
 *   sections: SettingsSections,
 *   edits: Edits,
 *   onKind: Setter<string>,
 * }} props
 */
export function CameraSection({ form, sections, edits, onKind }) {
  const kind = cameraKind(sections, edits);
  const fixed = form.fixedBy("camera.type") ?? form.fixedBy("camera.emulate");
  /** @type {[string, string][]} */
  const kinds = kind
    ? cameraKinds()
    : [["", `${sections.camera.type} (from the settings file)`], ...cameraKinds()];
  return html`
    <section class="card" aria-label="Camera"><h2>Camera</h2>
      <${ChoiceField} label="Kind of camera" value=${kind ?? ""} options=${kinds} disabled=${Boolean(fixed)} onChange=${onKind} />
      ${fixed && html`<p class="quiet small">Set by the environment variable <span class="mono">${fixed}</span>, so it can't be changed here.</p>`}
      ${
        kind === "pylon" &&
        html`
        <${FoundCameraList} form=${form} />
        <${TextSetting} form=${form} name="camera.serial" placeholder="any"
          hint="As printed on the camera. Leave it empty to use the only camera that is connected." />`
      }
      ${
        kind === "emulator" &&
        html`<${TextSetting} form=${form} name="camera.image_folder" placeholder="pylon's test image"
          hint="A folder on the station. The emulator plays its pictures in the order of their names." />`
      }
      ${
        kind === "folder" &&
        html`
        <${TextSetting} form=${form} name="camera.path" placeholder="/var/lib/okng/pictures" hint="A path on the station." />
        <${TextSetting} form=${form} name="camera.frame_rate_hz" inputmode="decimal" placeholder="10"
          hint="In Hz, for the live view. Leave it empty to use the video's own rate, or 10 Hz for pictures." />`
      }
      <${Problem} text=${form.problem("camera")} />
    </section>`;
}
