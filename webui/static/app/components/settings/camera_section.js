// Which camera the station opens: found ones to choose from, or one that is not connected yet.
import { html } from "../../preact.js";
import { cameraKind, cameraKinds } from "../../pure/settings_form.js";
import { useAnswer } from "../../state/answer.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";
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
      <div class="field-head"><h3>${text("settings-cameras")}</h3><button onClick=${reload}>${text("settings-cameras-search")}</button></div>
      ${!answer && html`<p class="quiet" role="status">${text("settings-cameras-searching")}</p>`}
      ${answer && !cameras.length && html`<p class="quiet" role="status">${text("settings-cameras-none")}</p>`}
      ${reasons.map((reason) => html`<p key=${reason} class="message warning">${reason}</p>`)}
      <ul class="rows">
        ${cameras.map(
          ({ serial, model, user_id, interface: connection }) => html`
          <li key=${serial}><div><b>${model}</b>
              <p class="quiet small">${user_id ? text("settings-cameras-found-named", { connection, serial, name: user_id }) : text("settings-cameras-found", { connection, serial })}</p></div>
            ${
              serial === chosen
                ? html`<span class="tag">${text("settings-cameras-chosen")}</span>`
                : html`<${Button} whyNot=${form.fixedBy("camera.serial") && text("settings-camera-serial-fixed")} aria-label=${text("settings-cameras-use", { model, serial })}
                    onClick=${() => form.set("camera.serial", serial)}>${text("use")}<//>`
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
    : [
        ["", text("settings-camera-kind-other", { type: String(sections.camera.type) })],
        ...cameraKinds(),
      ];
  return html`
    <section class="card" aria-label=${text("settings-camera")}><h2>${text("settings-camera")}</h2>
      <${ChoiceField} label=${text("settings-camera-kind")} value=${kind ?? ""} options=${kinds} disabled=${Boolean(fixed)} onChange=${onKind} />
      ${fixed && html`<p class="quiet small">${richText("settings-fixed", { variable: fixed })}</p>`}
      ${
        kind === "pylon" &&
        html`
        <${FoundCameraList} form=${form} />
        <${TextSetting} form=${form} name="camera.serial" placeholder=${text("settings-camera-serial-any")}
          hint=${text("settings-camera-serial-hint")} />`
      }
      ${
        kind === "emulator" &&
        html`<${TextSetting} form=${form} name="camera.image_folder" placeholder=${text("settings-camera-folder-none")}
          hint=${text("settings-camera-folder-hint")} />`
      }
      ${
        kind === "folder" &&
        html`
        <${TextSetting} form=${form} name="camera.path" placeholder="/var/lib/okng/pictures" hint=${text("settings-camera-path-hint")} />
        <${TextSetting} form=${form} name="camera.frame_rate_hz" inputmode="decimal" placeholder="10"
          hint=${text("settings-camera-rate-hint")} />`
      }
      <${Problem} text=${form.problem("camera")} />
    </section>`;
}
