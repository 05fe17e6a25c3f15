// What can be added to an answer in one tap: how certain and visible it is, how the picture is.
import { html } from "../../preact.js";
import { text } from "../../texts/texts.js";

/** @typedef {NonNullable<LabellingAttributes[keyof LabellingAttributes]>} Value */

/** @type {[keyof LabellingAttributes, Value[]][]} */
const ATTRIBUTES = [
  ["certainty", ["sure", "fairly", "unsure"]],
  ["visibility", ["clearly", "barely"]],
  ["sharpness", ["sharp", "blurred"]],
  ["brightness", ["dark", "bright"]],
];

/**
 * A second tap takes a value back.
 * @param {{
 *   value: LabellingAttributes,
 *   onChange: Setter<LabellingAttributes>,
 * }} props
 */
export function AttributeChoice({ value, onChange }) {
  return html`
    <details class="labelling-attributes" open><summary class="small">${text("labelling-attributes")}</summary>
      ${ATTRIBUTES.map(
        ([name, values]) => html`
        <div key=${name} role="group" aria-label=${text(`labelling-attribute-${name}`)}>
          <span class="quiet small">${text(`labelling-attribute-${name}`)}</span>
          ${values.map(
            (one) => html`
            <button key=${one} aria-pressed=${value[name] === one}
              onClick=${() => onChange({ ...value, [name]: value[name] === one ? null : one })}>${text(`labelling-value-${one}`)}</button>`,
          )}
        </div>`,
      )}
    </details>`;
}
