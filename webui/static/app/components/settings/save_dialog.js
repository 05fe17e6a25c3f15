// What a change of the settings does, before it is made.
import { html, useState } from "../../preact.js";
import { fullLabel, valueWords } from "../../pure/settings_form.js";
import { stationStatus } from "../../state/events.js";
import { attempt } from "../../state/notices.js";
import { useStore } from "../../state/store.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";
import { CopyText } from "../shared/copy_text.js";
import { CloseIcon } from "../shared/icons.js";
import { useModal } from "../shared/modal.js";

/** @param {{preview: SettingsPreview}} props */
function Changes({ preview }) {
  return html`
    <div class="table-frame">
      <table class="stacked-table compared" data-testid="settings-changes">
        <thead><tr><th scope="col">${text("settings-setting")}</th><th scope="col">${text("settings-now")}</th><th scope="col">${text("settings-after")}</th></tr></thead>
        <tbody>${preview.changes.map(
          ({ setting, before, after }) => html`
          <tr key=${setting}><th scope="row">${fullLabel(setting)}</th>
            <td data-label=${text("settings-now")}>${valueWords(setting, before)}</td>
            <td data-label=${text("settings-after")}>${after === before ? text("settings-replaced") : valueWords(setting, after)}</td></tr>`,
        )}</tbody>
      </table>
    </div>`;
}

/** @param {{restarts: SettingsPreview["restarts"]}} props */
function Restarts({ restarts }) {
  const inspecting = useStore(stationStatus)?.mode === "inspect";
  const stops = restarts.includes("device");
  return html`
    <div class=${`message ${stops && inspecting ? "warning" : ""}`}>
      <h3>${text("settings-restarts")}</h3>
      <ul>
        ${stops && html`<li>${richText("settings-restarts-device", {})}${inspecting && html` <b>${text("settings-restarts-inspecting")}</b>`}</li>`}
        ${restarts.includes("web") && html`<li>${richText(stops ? "settings-restarts-web" : "settings-restarts-web-only", {})}</li>`}
        ${restarts.length === 0 && html`<li>${text("settings-restarts-nothing")}</li>`}
      </ul>
    </div>`;
}

/**
 * @param {{
 *   overview: SettingsOverview,
 *   preview: SettingsPreview,
 *   onSave: () => Promise<unknown>,
 *   onClose: () => unknown,
 * }} props
 */
export function SaveDialog({ overview, preview, onSave, onClose }) {
  const dialog = useModal();
  const [busy, setBusy] = useState(false);
  const saveWords = text(preview.restarts.length ? "settings-save-and-restart" : "save");
  const close = () => dialog.current?.close();
  const save = async () => {
    setBusy(true);
    await attempt(onSave);
    close();
  };
  return html`
    <dialog ref=${dialog} class="why wide" aria-label=${text("settings-dialog")} data-testid="save-settings" onClose=${onClose}>
      <div class="why-body">
        <button class="icon plain close" aria-label=${text("close")} onClick=${close}><${CloseIcon} /></button>
        <h2>${text(overview.unwritable_reason ? "settings-dialog-copy" : "settings-dialog-save")}</h2>
        <${Changes} preview=${preview} />
        ${
          preview.text !== null
            ? html`
            <p>${richText("settings-copy-words", { file: overview.file })}</p>
            <${CopyText} label=${text("settings-copy")} text=${preview.text} />`
            : html`
            <${Restarts} restarts=${preview.restarts} />
            <p class="quiet small">${richText("settings-old-file", { file: overview.file })}</p>
            <div class="foot-row">
              <button class="primary" disabled=${busy} onClick=${save}>${busy ? text("settings-saving") : saveWords}</button>
              <button class="tall" onClick=${close}>${text("cancel")}</button>
            </div>`
        }
      </div>
    </dialog>`;
}
