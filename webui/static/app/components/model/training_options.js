// How a model is trained, for those who want to choose; the defaults suit most parts.

import { html } from "../../preact.js";
import { methodName, showPercent } from "../../pure/format.js";
import { isOfAnomalib, USUAL_OPTIONS, USUAL_RATE } from "../../pure/training_options.js";
import { Button } from "../shared/button.js";
import { ChoiceField, NumberField, TickField } from "../shared/fields.js";

/** @import { Options } from "../../pure/training_options.js" */

const RATES = [0.001, 0.005, 0.01, 0.05];
const INPUTS = [
  ["standard", "Default, 224 px"],
  ["320", "320 px"],
  ["512", "512 px"],
  ["1024", "1,024 px"],
  ["defect", "By smallest defect"],
  ["tiles", "In tiles"],
];
/** @type {Record<string, string>} */
const INPUT_HINTS = {
  standard: "The whole picture at 224 px. Suitable for defects of at least a tenth of the picture.",
  320: "For smaller defects. Training and inspection take about three times as long.",
  512: "For smaller defects. Training and inspection take about ten times as long.",
  1024: "For small defects. Training and inspection take about twenty-five times as long.",
  defect:
    "Chooses the size and tiles so that a defect of this size in the camera's image is detectable.",
  tiles:
    "For large pictures. Each tile is scored at 512 px and combined into one heat map and one score.",
};
const WHOLE_INPUTS = INPUTS.filter(([value]) => value !== "defect" && value !== "tiles");

/** @param {{options: Options, set: KeySetter<Options>}} props */
function InputChoice({ options, set }) {
  const { method, input, defect, rows, columns } = options;
  return html`
    <div>
      <${ChoiceField} label="Image resolution" value=${input} options=${isOfAnomalib(method) ? WHOLE_INPUTS : INPUTS} onChange=${set("input")} />
      <p class="quiet small">${INPUT_HINTS[input]}</p>
    </div>
    ${input === "defect" && html`<${NumberField} label="Smallest defect" unit="px" step="1" value=${defect} onChange=${set("defect")} />`}
    ${
      input === "tiles" &&
      html`
      <${NumberField} label="Rows of tiles" step="1" value=${rows} onChange=${set("rows")} />
      <${NumberField} label="Columns of tiles" step="1" value=${columns} onChange=${set("columns")} />`
    }`;
}

/** @param {{methods: Method[], options: Options, onChange: Setter<Options>}} props */
function MethodChoice({ methods, options, onChange }) {
  const chosen = methods.find(({ type }) => type === options.method);
  /** @param {string} method */
  const choose = (method) => {
    const isWhole = WHOLE_INPUTS.some(([value]) => value === options.input);
    onChange({
      ...options,
      method,
      input: isOfAnomalib(method) && !isWhole ? "standard" : options.input,
    });
  };
  return html`
    <div>
      <${ChoiceField} label="Method" value=${options.method} onChange=${choose}
        options=${[["", "Default"], ...methods.map(({ type, why_not: whyNotHere }) => [type, `${methodName(type)}${whyNotHere ? ", not available" : ""}`])]} />
      ${chosen && html`<p class="quiet small">${chosen.title}</p>`}
      ${
        chosen?.why_not &&
        html`
        <div class="message small"><p><b>Not available on this station yet.</b></p><p>${chosen.why_not}</p></div>`
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
    <details><summary>Options</summary>
      <div class="options">
        <${MethodChoice} methods=${methods} options=${options} onChange=${onChange} />
        <${InputChoice} options=${options} set=${set} />
        ${
          !isOfAnomalib(options.method) &&
          html`<fieldset class="group">
          <legend>Good parts may also be</legend>
          <${TickField} label="rotated by 90°" value=${options.quarters} onChange=${set("quarters")} />
          <${TickField} label="mirrored" value=${options.mirror} onChange=${set("mirror")} />
          <${TickField} label="lighter or darker" value=${options.light} onChange=${set("light")} />
          <${NumberField} label="tilted by up to" unit="°" step="1" value=${options.tilt} onChange=${set("tilt")} />
          <p class="quiet small">Adds four augmented copies of each good picture to the training. Tick only what really happens on the line: anything ticked here no longer counts as a defect.</p>
        </fieldset>`
        }
        <${ChoiceField} label="Allowed false rejects" value=${options.rate} onChange=${(/** @type {string} */ rate) => set("rate")(Number(rate))}
          options=${RATES.map((rate) => [rate, `${showPercent(rate)}${rate === USUAL_RATE ? " (default)" : ""}`])} />
        <${Button} onClick=${() => onChange(USUAL_OPTIONS)} whyNot=${options === USUAL_OPTIONS && "These are the defaults."}>Reset to defaults<//>
      </div>
    </details>`;
}
