import { html, useState } from "../../preact.js";
import { takeValue } from "../shared/field_events.js";

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
      <div class="button-row" role="radiogroup" aria-labelledby="class-choice">
        ${classes.map(
          (name, index) => html`
          <button key=${name} role="radio" class="class-button" aria-checked=${name === value} onClick=${() => onChoose(name)}>
            ${index < 9 && html`<kbd aria-hidden="true">${index + 1}</kbd>`}
            ${colors?.has(name) && html`<span class="swatch" style=${{ background: colors.get(name) }} />`}${name}</button>`,
        )}
      </div>
      <form onSubmit=${add}>
        <input aria-label="New class" placeholder="New class" maxlength=${NAME_LENGTH} value=${typed}
          onInput=${takeValue(setTyped)} />
        <button disabled=${!typed.trim()}>Add</button>
      </form>
    </div>`;
}
