import { html } from "../../preact.js";
import { text } from "../../texts/texts.js";
import { chooseByArrow, tabStop } from "./arrow_keys.js";

/**
 * A row of choices of which one is in force; the arrow keys choose another. `options` is a list of [value, text, marked].
 * @param {{
 *   label: string,
 *   options: [value: string, text: string, marked?: boolean][],
 *   value: string,
 *   onChange: Setter<string>,
 * }} props
 */
export function Tabs({ label, options, value, onChange }) {
  return html`
    <div class="tabs" role="tablist" aria-label=${label} onKeyDown=${chooseByArrow}>
      ${options.map(
        ([option, words, marked], index) => html`
        <button key=${option} role="tab" aria-selected=${option === value}
          tabindex=${tabStop(option === value, index, true)} onClick=${() => onChange(option)}>
          ${words}${marked && html`<span class="dot" title=${text("field-changed")} />`}</button>`,
      )}
    </div>`;
}
