import { html } from "../../preact.js";
import { chooseByArrow, tabStop } from "./arrow_keys.js";

/**
 * One of a few choices, of which the arrow keys choose another (WAI-ARIA's radio group). `options` is
 * a list of [value, content, class]; `labelledby` and
 * `describedby` name the elements with its label, and with what else is to be known.
 * @param {{
 *   label?: string,
 *   labelledby?: string,
 *   describedby?: string,
 *   look?: string,
 *   options: [value: any, content: Children, look?: string][],
 *   value: unknown,
 *   disabled?: boolean,
 *   onChange: Setter<any>,
 * }} props
 */
export function RadioGroup({
  label,
  labelledby,
  describedby,
  look = "segments",
  options,
  value,
  disabled,
  onChange,
}) {
  const anyChosen = options.some(([option]) => option === value);
  return html`
    <div class=${look} role="radiogroup" aria-label=${label} aria-labelledby=${labelledby}
      aria-describedby=${describedby} onKeyDown=${chooseByArrow}>
      ${options.map(
        ([option, content, optionLook], index) => html`
        <button key=${String(option)} type="button" role="radio" class=${optionLook} aria-checked=${option === value}
          tabindex=${tabStop(option === value, index, anyChosen)} disabled=${disabled} onClick=${() => onChange(option)}>${content}</button>`,
      )}
    </div>`;
}
