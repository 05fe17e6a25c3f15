// When NG parts raise an alarm: so many of the last parts, or so many in a row.
import { html } from "../../preact.js";
import { problemsAt } from "../../pure/problems.js";
import { text } from "../../texts/texts.js";
import { NumberField, TickField } from "../shared/fields.js";
import { Problem } from "../shared/problem.js";

/**
 * @typedef {NonNullable<Recipe["alarms"]>} Alarms
 * @typedef {NonNullable<Alarms["ng_of_last"]>} NgOfLast
 */

/** @type {Alarms} */
const NO_RULE = { ng_of_last: null, consecutive_ng: null, stop: false };
/** @type {NgOfLast} */
const FIRST_NG_OF_LAST = { limit: 5, parts: 50 };

/** @param {{rule: NgOfLast, wrong: Record<string, string>, onChange: Setter<NgOfLast>}} props */
function NgOfLastFields({ rule, wrong, onChange }) {
  /** @type {KeySetter<NgOfLast>} */
  const set = (key) => (value) => onChange({ ...rule, [key]: value });
  return html`
    <${NumberField} label=${text("alarm-settings-limit")} step="1" value=${rule.limit} onChange=${set("limit")} />
    <${Problem} text=${wrong["ng_of_last.limit"]} />
    <${NumberField} label=${text("alarm-settings-parts")} step="1" value=${rule.parts} onChange=${set("parts")} />
    <${Problem} text=${wrong["ng_of_last.parts"] ?? wrong.ng_of_last} />`;
}

/**
 * @param {{
 *   alarms: Recipe["alarms"],
 *   problems: Problems,
 *   changed: IsChanged,
 *   onChange: Setter<Recipe["alarms"]>,
 * }} props
 */
export function AlarmSettings({ alarms, problems, changed, onChange }) {
  const { ng_of_last, consecutive_ng, stop } = alarms ?? NO_RULE;
  const wrong = problemsAt(problems, "alarms");
  /** @param {Partial<Alarms>} change */
  const set = (change) => {
    const next = { ng_of_last, consecutive_ng, stop, ...change };
    onChange(next.ng_of_last || next.consecutive_ng !== null ? next : null);
  };
  return html`
    <fieldset class="group">
      <legend class=${changed("alarms") ? "changed" : ""}><span class="field-label">${text("alarm-settings")}</span></legend>
      <p class="quiet small">${text("alarm-settings-words")}</p>
      <${TickField} label=${text("alarm-settings-consecutive")} value=${consecutive_ng !== null}
        onChange=${(/** @type {boolean} */ on) => set({ consecutive_ng: on ? 3 : null })} />
      ${
        consecutive_ng !== null &&
        html`<${NumberField} label=${text("alarm-settings-in-a-row")} step="1" value=${consecutive_ng}
          onChange=${(/** @type {number} */ value) => set({ consecutive_ng: value })} />`
      }
      <${Problem} text=${wrong.consecutive_ng} />
      <${TickField} label=${text("alarm-settings-of-last")} value=${ng_of_last !== null}
        onChange=${(/** @type {boolean} */ on) => set({ ng_of_last: on ? FIRST_NG_OF_LAST : null })} />
      ${
        ng_of_last &&
        html`<${NgOfLastFields} rule=${ng_of_last} wrong=${wrong} onChange=${(/** @type {NgOfLast} */ rule) => set({ ng_of_last: rule })} />`
      }
      ${
        alarms &&
        html`
        <${TickField} label=${text("alarm-settings-stop")} value=${stop} onChange=${(/** @type {boolean} */ on) => set({ stop: on })} />
        <p class="quiet small">${text(stop ? "alarm-settings-stops" : "alarm-settings-goes-on")}</p>`
      }
      <${Problem} text=${wrong[""]} />
    </fieldset>`;
}
