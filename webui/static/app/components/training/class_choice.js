import { html, useState } from "../../preact.js";
import { text } from "../../texts/texts.js";
import { Button } from "../shared/button.js";
import { takeValue } from "../shared/field_events.js";
import { RadioGroup } from "../shared/radio_group.js";

const NAME_LENGTH = 64;

/**
 * Known classes as buttons, and a field for a new one; classes may have colours, by their names.
 * @param {{
 *   classes: string[],
 *   value: string | null,
 *   asks: string,
 *   colors?: Map<string, string>,
 *   onChoose: Setter<string>,
 * }} props
 */
export function ClassChoice({ classes, value, asks, colors, onChoose }) {
  const [typed, setTyped] = useState("");
  /** @param {Event} event */
  const add = (event) => {
    event.preventDefault();
    if (typed.trim()) onChoose(typed.trim());
    setTyped("");
  };
  return html`
    <div class="field">
      <span class="field-label" id="class-choice">${asks}</span>
      <${RadioGroup} labelledby="class-choice" look="button-row" value=${value} onChange=${onChoose}
        options=${classes.map((name, index) => [
          name,
          html`${index < 9 && html`<kbd aria-hidden="true">${index + 1}</kbd>`}
            ${colors?.has(name) && html`<span class="swatch" style=${{ background: colors.get(name) }} />`}${name}`,
          "class-button",
        ])} />
      <form onSubmit=${add}>
        <input aria-label=${text("pictures-class-new")} placeholder=${text("pictures-class-new")} maxlength=${NAME_LENGTH} value=${typed}
          onInput=${takeValue(setTyped)} />
        <${Button} whyNot=${!typed.trim() && text("pictures-class-name-first")}>${text("add")}<//>
      </form>
    </div>`;
}
