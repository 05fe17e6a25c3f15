// What a change of the settings does, before it is made.
import { html, useState } from "../../preact.js";
import { fullLabel, valueWords } from "../../pure/settings_form.js";
import { stationStatus } from "../../state/events.js";
import { attempt } from "../../state/notices.js";
import { useStore } from "../../state/store.js";
import { CopyText } from "../shared/copy_text.js";
import { CloseIcon } from "../shared/icons.js";
import { useModal } from "../shared/modal.js";

/** @param {{preview: SettingsPreview}} props */
function Changes({ preview }) {
  return html`
    <div class="table-frame">
      <table class="stacked-table compared" data-testid="settings-changes">
        <thead><tr><th scope="col">Setting</th><th scope="col">Now</th><th scope="col">After</th></tr></thead>
        <tbody>${preview.changes.map(
          ({ setting, before, after }) => html`
          <tr key=${setting}><th scope="row">${fullLabel(setting)}</th>
            <td data-label="Now">${valueWords(setting, before)}</td><td data-label="After">${after === before ? "replaced" : valueWords(setting, after)}</td></tr>`,
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
      <h3>What restarts</h3>
      <ul>
        ${stops && html`<li><b>The inspection.</b> It stops for about ten seconds, and parts that pass meanwhile are not inspected. Then it goes on with the same recipe and mode.${inspecting && html` <b>The station is inspecting now.</b>`}</li>`}
        ${restarts.includes("web") && html`<li><b>The pages.</b> They are away for some seconds, on every browser.${!stops && " Inspection goes on."}</li>`}
        ${restarts.length === 0 && html`<li>Nothing.</li>`}
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
  const close = () => dialog.current?.close();
  const save = async () => {
    setBusy(true);
    await attempt(onSave);
    close();
  };
  return html`
    <dialog ref=${dialog} class="why wide" aria-label="Save the settings" data-testid="save-settings" onClose=${onClose}>
      <div class="why-body">
        <button class="icon plain close" aria-label="Close" onClick=${close}><${CloseIcon} /></button>
        <h2>${overview.unwritable_reason ? "Settings to copy" : "Save these settings?"}</h2>
        <${Changes} preview=${preview} />
        ${
          preview.text !== null
            ? html`
            <p>Put this text into <span class="mono">${overview.file}</span>, keep the passwords that the file has where it says ***, and restart okng.</p>
            <${CopyText} label="Settings file" text=${preview.text} />`
            : html`
            <${Restarts} restarts=${preview.restarts} />
            <p class="quiet small">The file as it is now is kept as <span class="mono">${overview.file}.old</span>. Your name is recorded.</p>
            <div class="foot-row">
              <button class="primary" disabled=${busy} onClick=${save}>${busy ? "Saving…" : preview.restarts.length ? "Save and restart" : "Save"}</button>
              <button class="tall" onClick=${close}>Cancel</button>
            </div>`
        }
      </div>
    </dialog>`;
}
