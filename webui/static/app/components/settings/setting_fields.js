// Fields of the Settings page, each with what was refused of it or what gives it instead.
import { html } from "../../preact.js";
import { labelOf } from "../../pure/settings_form.js";
import { richText } from "../../texts/rich_text.js";
import { ChoiceField, TextField, TickField } from "../shared/fields.js";
import { Problem } from "../shared/problem.js";

/** @import { SettingValue } from "../../pure/settings_form.js" */

/**
 * The form as its fields see it.
 * @typedef {{
 *   value: (name: string) => SettingValue,
 *   set: (name: string, value: SettingValue) => unknown,
 *   isChanged: (name: string) => boolean,
 *   problem: (name: string) => string | undefined,
 *   fixedBy: (name: string) => string | undefined,
 * }} SettingsForm
 */

/** @param {{form: SettingsForm, name: string, hint?: Children, children: Children}} props */
function Setting({ form, name, hint, children }) {
  const variable = form.fixedBy(name);
  return html`
    <div class=${`setting ${form.isChanged(name) ? "changed" : ""}`}>
      ${children}
      <${Problem} text=${form.problem(name)} />
      ${
        variable
          ? html`<p class="quiet small">${richText("settings-fixed", { variable })}</p>`
          : hint && html`<p class="quiet small">${hint}</p>`
      }
    </div>`;
}

/**
 * A text; what else is given is for its input.
 * @param {{form: SettingsForm, name: string, hint?: Children, [attribute: string]: unknown}} props
 */
export function TextSetting({ form, name, hint, ...rest }) {
  return html`
    <${Setting} form=${form} name=${name} hint=${hint}>
      <${TextField} label=${labelOf(name)} value=${form.value(name) ?? ""} disabled=${Boolean(form.fixedBy(name))}
        aria-invalid=${Boolean(form.problem(name))} autocomplete="off" spellcheck=${false} ...${rest}
        onChange=${(/** @type {string} */ words) => form.set(name, words)} />
    <//>`;
}

/**
 * @param {{
 *   form: SettingsForm,
 *   name: string,
 *   options: [string | number, string][],
 *   hint?: Children,
 * }} props
 */
export function ChoiceSetting({ form, name, options, hint }) {
  return html`
    <${Setting} form=${form} name=${name} hint=${hint}>
      <${ChoiceField} label=${labelOf(name)} value=${form.value(name)} options=${options} disabled=${Boolean(form.fixedBy(name))}
        onChange=${(/** @type {string} */ choice) => form.set(name, choice)} />
    <//>`;
}

/** @param {{form: SettingsForm, name: string, label: string, hint?: Children}} props */
export function TickSetting({ form, name, label, hint }) {
  return html`
    <${Setting} form=${form} name=${name} hint=${hint}>
      <${TickField} label=${label} value=${Boolean(form.value(name))} disabled=${Boolean(form.fixedBy(name))}
        onChange=${(/** @type {boolean} */ ticked) => form.set(name, ticked)} />
    <//>`;
}
