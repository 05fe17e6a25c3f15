// The engineer's settings: camera, broker, name and address, written to the station's settings file.

import { ApiError, patch, post } from "../api.js";
import { AddressSection } from "../components/settings/address_section.js";
import { BrokerSection } from "../components/settings/broker_section.js";
import { CameraSection } from "../components/settings/camera_section.js";
import { RestartMessage } from "../components/settings/restart_message.js";
import { SaveDialog } from "../components/settings/save_dialog.js";
import { Button } from "../components/shared/button.js";
import { html, useEffect, useState } from "../preact.js";
import { showDateTime } from "../pure/format.js";
import {
  addressAfter,
  changeOf,
  fieldValue,
  inPageWords,
  withCameraKind,
  withEdit,
} from "../pure/settings_form.js";
import { useAnswer } from "../state/answer.js";
import { messageOf, notify } from "../state/notices.js";
import { followAddress } from "../state/settings.js";
import { richText } from "../texts/rich_text.js";
import { text } from "../texts/texts.js";

/** @import { Restart } from "../components/settings/restart_message.js" */
/** @import { SettingsForm } from "../components/settings/setting_fields.js" */
/** @import { Edits } from "../pure/settings_form.js" */

/** @param {{overview: SettingsOverview}} props */
function FileState({ overview }) {
  const { file, unwritable_reason, address_failure, last_change } = overview;
  return html`
    ${
      address_failure &&
      html`<div class="message fault" role="alert" data-testid="address-failure"><h3>${text("settings-changed-back")}</h3>
        <p>${text("settings-changed-back-words", { reason: address_failure })}</p></div>`
    }
    ${
      unwritable_reason &&
      html`<div class="message warning"><h3>${text("settings-unwritable")}</h3>
        <p>${richText("settings-unwritable-words", { file, reason: unwritable_reason })}</p></div>`
    }
    <p class="quiet small">${richText("settings-file", { file })}
      ${last_change && ` ${text("settings-last-change", { at: showDateTime(last_change.at), author: last_change.author })}`}</p>`;
}

/**
 * @param {{
 *   overview: SettingsOverview,
 *   sections: SettingsSections,
 *   onSaved: (saved: SavedSettings) => Promise<unknown>,
 * }} props
 */
function SettingsEditor({ overview, sections, onSaved }) {
  const [edits, setEdits] = useState(/** @type {Edits} */ ({}));
  const [problems, setProblems] = useState(/** @type {Problems} */ ({}));
  const [preview, setPreview] = useState(/** @type {SettingsPreview | null} */ (null));
  const [refusal, setRefusal] = useState("");
  const [busy, setBusy] = useState(false);
  const change = changeOf(sections, edits);
  const isDirty = Object.keys(edits).length > 0;

  /** @type {SettingsForm} */
  const form = {
    value: (name) => fieldValue(sections, edits, name),
    set: (name, value) => {
      setProblems(({ [name]: _, ...others }) => others);
      setRefusal("");
      setEdits((before) => withEdit(sections, before, name, value));
    },
    isChanged: (name) => name in edits,
    problem: (name) => problems[name]?.map((words) => inPageWords(words, name)).join(" "),
    fixedBy: (name) => sections.fixed[name],
  };
  /** @param {unknown} error */
  const showProblems = (error) =>
    setProblems((error instanceof ApiError && error.detail?.json) || {});
  const check = async () => {
    setBusy(true);
    setRefusal("");
    setProblems({});
    try {
      setPreview(await post("settings/check", change));
    } catch (error) {
      showProblems(error);
      const marked = error instanceof ApiError && error.detail?.json;
      setRefusal(marked ? text("settings-refused") : messageOf(error));
    }
    setBusy(false);
  };
  // The field may be far from the button.
  useEffect(() => {
    if (refusal) document.querySelector(".settings .problem")?.scrollIntoView({ block: "center" });
  }, [refusal]);
  const save = async () => {
    const saved = await patch("settings", { ...change, version: overview.version });
    setEdits({});
    await onSaved(saved);
  };
  return html`
    <${CameraSection} form=${form} sections=${sections} edits=${edits}
      onKind=${(/** @type {string} */ kind) => setEdits((before) => withCameraKind(sections, before, kind))} />
    <${BrokerSection} form=${form} sections=${sections} broker=${change.broker ?? {}} onProblems=${showProblems} />
    <${AddressSection} form=${form} overview=${overview} sections=${sections} />
    <footer class="settings-foot">
      ${
        refusal
          ? html`<p class="message fault" role="alert">${refusal}</p>`
          : isDirty && html`<p class="quiet small">${text("settings-preview-words")}</p>`
      }
      <div class="foot-row">
        <${Button} class="primary" disabled=${busy} whyNot=${!isDirty && text("settings-nothing-changed")} onClick=${check}>${text(overview.unwritable_reason ? "settings-check" : "settings-save")}<//>
        ${
          isDirty &&
          html`<button class="tall" onClick=${() => {
            setEdits({});
            setProblems({});
            setRefusal("");
          }}>${text("discard")}</button>`
        }
      </div>
    </footer>
    ${preview && html`<${SaveDialog} overview=${overview} preview=${preview} onSave=${save} onClose=${() => setPreview(null)} />`}`;
}

export function SettingsPage() {
  const { answer: overview, reload } = useAnswer("settings");
  const [restart, setRestart] = useState(/** @type {Restart | null} */ (null));
  const sections = overview?.sections;

  /** @param {SavedSettings} saved */
  const follow = async (saved) => {
    const { restarts, web, device_answered } = saved;
    const address = sections ? addressAfter(location, sections, web) : location.origin;
    setRestart({ restarts, address, deviceAnswered: device_answered });
    if (overview && restarts.includes("web")) {
      followAddress(address, overview.started_at);
    } else {
      await reload();
      notify(text("settings-saved-notice"));
    }
  };
  return html`
    <main class="sheet narrow settings">
      <header class="sheet-head"><h1>${text("page-settings")}</h1>
        <a class="button" href="/configuration" data-page>${text("page-configuration")}</a></header>
      ${restart && html`<${RestartMessage} restart=${restart} />`}
      ${overview && html`<${FileState} overview=${overview} />`}
      ${
        overview?.problem &&
        html`<div class="message fault" role="alert"><h3>${text("settings-error")}</h3>
          <p class="file-problem mono">${overview.problem}</p>
          <p>${text("settings-error-words")}</p></div>`
      }
      ${
        overview &&
        sections &&
        !restart?.restarts.includes("web") &&
        html`<${SettingsEditor} key=${overview.version} overview=${overview} sections=${sections} onSaved=${follow} />`
      }
    </main>`;
}
