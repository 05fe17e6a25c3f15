// How a model is trained, for those who want to choose; the defaults suit most parts.

import { html } from "../../preact.js";
import { methodName, showPercent } from "../../pure/format.js";
import { INPUTS, isOfAnomalib, USUAL_OPTIONS, USUAL_RATE } from "../../pure/training_options.js";
import { text } from "../../texts/texts.js";
import { Button } from "../shared/button.js";
import { ChoiceField, NumberField, TickField } from "../shared/fields.js";

/** @import { Input, Options } from "../../pure/training_options.js" */

const RATES = [0.001, 0.005, 0.01, 0.05];

/** @param {number} rate */
function rateName(rate) {
  const shown = showPercent(rate);
  return rate === USUAL_RATE ? text("training-options-rate-usual", { rate: shown }) : shown;
}

/** @param {Input} input */
const isWhole = (input) => input !== "defect" && input !== "tiles";

/** @param {{options: Options, set: KeySetter<Options>}} props */
function InputChoice({ options, set }) {
  const { method, input, defect, rows, columns } = options;
  const inputs = isOfAnomalib(method) ? INPUTS.filter(isWhole) : INPUTS;
  return html`
    <div>
      <${ChoiceField} label=${text("training-options-resolution")} value=${input} onChange=${set("input")}
        options=${inputs.map((offered) => [offered, text(`training-options-input-${offered}`)])} />
      <p class="quiet small">${text(`training-options-hint-${input}`)}</p>
    </div>
    ${input === "defect" && html`<${NumberField} label=${text("training-options-smallest-defect")} unit="px" step="1" value=${defect} onChange=${set("defect")} />`}
    ${
      input === "tiles" &&
      html`
      <${NumberField} label=${text("training-options-rows")} step="1" value=${rows} onChange=${set("rows")} />
      <${NumberField} label=${text("training-options-columns")} step="1" value=${columns} onChange=${set("columns")} />`
    }`;
}

/** @param {{methods: Method[], options: Options, onChange: Setter<Options>}} props */
function MethodChoice({ methods, options, onChange }) {
  const chosen = methods.find(({ type }) => type === options.method);
  /** @param {string} method */
  const choose = (method) => {
    const fits = !isOfAnomalib(method) || isWhole(options.input);
    onChange({ ...options, method, input: fits ? options.input : "standard" });
  };
  /** @param {Method} method */
  const nameOf = ({ type, why_not: whyNot }) => {
    const method = methodName(type);
    return whyNot ? text("training-options-method-unavailable", { method }) : method;
  };
  return html`
    <div>
      <${ChoiceField} label=${text("training-options-method")} value=${options.method} onChange=${choose}
        options=${[["", text("training-options-method-usual")], ...methods.map((method) => [method.type, nameOf(method)])]} />
      ${chosen && html`<p class="quiet small">${chosen.title}</p>`}
      ${
        chosen?.why_not &&
        html`
        <div class="message small"><p><b>${text("training-options-unavailable")}</b></p><p>${chosen.why_not}</p></div>`
      }
    </div>`;
}

/**
 * Method, input, augmentation and allowed false rejects, folded away.
 * @param {{methods: Method[], options: Options, onChange: Setter<Options>}} props
 */
export function TrainingOptions({ methods, options, onChange }) {
  /** @type {KeySetter<Options>} */
  const set = (key) => (value) => onChange({ ...options, [key]: value });
  return html`
    <details><summary>${text("training-options")}</summary>
      <div class="options">
        <${MethodChoice} methods=${methods} options=${options} onChange=${onChange} />
        <${InputChoice} options=${options} set=${set} />
        ${
          !isOfAnomalib(options.method) &&
          html`<fieldset class="group">
          <legend>${text("training-options-good-parts")}</legend>
          <${TickField} label=${text("training-options-rotated")} value=${options.quarters} onChange=${set("quarters")} />
          <${TickField} label=${text("training-options-mirrored")} value=${options.mirror} onChange=${set("mirror")} />
          <${TickField} label=${text("training-options-lighter")} value=${options.light} onChange=${set("light")} />
          <${NumberField} label=${text("training-options-tilted")} unit="°" step="1" value=${options.tilt} onChange=${set("tilt")} />
          <p class="quiet small">${text("training-options-good-parts-words")}</p>
        </fieldset>`
        }
        <${ChoiceField} label=${text("training-options-false-rejects")} value=${options.rate} onChange=${(/** @type {string} */ rate) => set("rate")(Number(rate))}
          options=${RATES.map((rate) => [rate, rateName(rate)])} />
        <${Button} onClick=${() => onChange(USUAL_OPTIONS)} whyNot=${options === USUAL_OPTIONS && text("training-options-unchanged")}>${text("training-options-reset")}<//>
      </div>
    </details>`;
}
