// How a model is trained, for those who want to choose; the defaults need no look at it.
import { html } from "../preact.js";
import { methodName, showPercent } from "../format.js";
import { ChoiceField, NumberField, TickField } from "./fields.js";

const RATES = [0.001, 0.005, 0.01, 0.05];
const USUAL_RATE = 0.01;
const INPUTS = [
  ["standard", "Standard, 224 px"], ["320", "320 px"], ["512", "512 px"], ["1024", "1,024 px"],
  ["defect", "By the smallest defect"], ["tiles", "In tiles"],
];
const INPUT_HINTS = {
  standard: "The whole picture at 224 px. Right for defects of a tenth of the picture and more.",
  320: "Sees smaller defects; training and judging take about three times as long.",
  512: "Sees smaller defects; training and judging take about ten times as long.",
  1024: "Sees small defects; training and judging take about twenty-five times as long.",
  defect: "Chooses size and tiles so that a defect of this size in the camera's picture can be seen.",
  tiles: "For large pictures: each tile is seen at 512 px, and one heat map and one score come out.",
};
const TILE_PX = 512;
// anomalib sees the whole picture as it is.
const isOfAnomalib = (method) => method.startsWith("anomalib:");
const WHOLE_INPUTS = INPUTS.filter(([value]) => value !== "defect" && value !== "tiles");

export const USUAL_OPTIONS = {
  method: "", input: "standard", defect: 20, rows: 2, columns: 2,
  quarters: false, tilt: 0, mirror: false, light: false, rate: USUAL_RATE,
};

const INPUT_FIELDS = {
  standard: () => ({}),
  defect: ({ defect }) => ({ smallest_defect_px: defect }),
  tiles: ({ rows, columns }) => ({ input_height: TILE_PX, input_width: TILE_PX, tile_rows: rows, tile_columns: columns }),
};
const wholeInput = ({ input }) => ({ input_height: Number(input), input_width: Number(input) });

/** What the API takes; of a field that was not touched its own default. */
export function demandOf(options) {
  const { method, input, quarters, tilt, mirror, light, rate } = options;
  return {
    ...(method && { method: { type: method } }),
    ...(INPUT_FIELDS[input] ?? wholeInput)(options),
    ...(!isOfAnomalib(method) && { augmentation: { quarter_turns: quarters, tilt_degrees: tilt, mirror, light } }),
    allowed_false_reject_rate: rate,
  };
}

function InputChoice({ options, set }) {
  const { method, input, defect, rows, columns } = options;
  return html`
    <div>
      <${ChoiceField} label="How finely the picture is seen" value=${input} options=${isOfAnomalib(method) ? WHOLE_INPUTS : INPUTS} onChange=${set("input")} />
      <p class="quiet small">${INPUT_HINTS[input]}</p>
    </div>
    ${input === "defect" && html`<${NumberField} label="Smallest defect" unit="px" step="1" value=${defect} onChange=${set("defect")} />`}
    ${input === "tiles" && html`
      <${NumberField} label="Rows of tiles" step="1" value=${rows} onChange=${set("rows")} />
      <${NumberField} label="Columns of tiles" step="1" value=${columns} onChange=${set("columns")} />`}`;
}

function MethodChoice({ methods, options, onChange }) {
  const chosen = methods.find(({ type }) => type === options.method);
  const choose = (method) => {
    const isWhole = WHOLE_INPUTS.some(([value]) => value === options.input);
    onChange({ ...options, method, input: isOfAnomalib(method) && !isWhole ? "standard" : options.input });
  };
  return html`
    <div>
      <${ChoiceField} label="Method" value=${options.method} onChange=${choose}
        options=${[["", "Standard"], ...methods.map(({ type, why_not: whyNotHere }) => [type, `${methodName(type)}${whyNotHere ? ", not here" : ""}`])]} />
      ${chosen && html`<p class="quiet small">${chosen.title}</p>`}
      ${chosen?.why_not && html`
        <div class="message small"><p><b>It can't be used on this station yet.</b></p><p>${chosen.why_not}</p></div>`}
    </div>`;
}

/** Method, input, varied copies and the price in good parts, behind one line. */
export function TrainingOptions({ methods, options, onChange }) {
  const set = (key) => (value) => onChange({ ...options, [key]: value });
  return html`
    <details><summary>Options</summary>
      <div class="options">
        <${MethodChoice} methods=${methods} options=${options} onChange=${onChange} />
        <${InputChoice} options=${options} set=${set} />
        ${!isOfAnomalib(options.method) && html`<fieldset class="group">
          <legend>Good parts may also be</legend>
          <${TickField} label="turned by 90°" value=${options.quarters} onChange=${set("quarters")} />
          <${TickField} label="mirrored" value=${options.mirror} onChange=${set("mirror")} />
          <${TickField} label="lighter or darker" value=${options.light} onChange=${set("light")} />
          <${NumberField} label="tilted, up to" unit="°" step="1" value=${options.tilt} onChange=${set("tilt")} />
          <p class="quiet small">Four copies of every good picture are varied so and learnt too. Only tick what really happens on the line: what is ticked is no defect any more.</p>
        </fieldset>`}
        <${ChoiceField} label="Good parts that may be rejected" value=${options.rate} onChange=${(rate) => set("rate")(Number(rate))}
          options=${RATES.map((rate) => [rate, `${showPercent(rate)}${rate === USUAL_RATE ? " (standard)" : ""}`])} />
        <button onClick=${() => onChange(USUAL_OPTIONS)} disabled=${options === USUAL_OPTIONS}>Back to standard</button>
      </div>
    </details>`;
}
