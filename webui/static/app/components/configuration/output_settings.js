import { html } from "../../preact.js";
import { Button } from "../shared/button.js";
import { ChoiceField, NumberField, TextField, TickField } from "../shared/fields.js";
import { RemoveIcon } from "../shared/icons.js";

/** What both kinds of output have, as a new one has it. */
const DEFAULTS = /** @type {const} */ ({
  role: "verdict",
  active_on: "NG",
  active_low: false,
  pulse_ms: 100,
  delay_ms: 0,
  delay_from: "verdict",
  distance_mm: null,
  speed_mm_s: null,
  parts: null,
});

const SIGNALS = [
  ["NG", "NG parts"],
  ["OK", "OK parts"],
  ["ready", "Station ready"],
  ["heartbeat", "Heartbeat"],
];
const STARTS = [
  ["verdict", "The verdict"],
  ["trigger", "The trigger"],
  ["distance", "The trigger, plus travel to the gate"],
  ["parts", "The trigger of a later part"],
];

/** @param {OutputSettings} output */
const signalOf = (output) => (output.role === "verdict" ? output.active_on : output.role);

/**
 * @param {OutputSettings} output
 * @param {string} signal
 * @returns {OutputSettings}
 */
const withSignal = (output, signal) =>
  signal === "NG" || signal === "OK"
    ? { ...output, role: "verdict", active_on: signal }
    : { ...output, role: /** @type {"ready" | "heartbeat"} */ (signal) };

/** @param {OutputSettings} output */
function startOf(output) {
  if (output.parts) return "parts";
  return output.distance_mm ? "distance" : output.delay_from;
}

/**
 * @param {OutputSettings} output
 * @param {string} start
 * @returns {OutputSettings}
 */
const withStart = (output, start) => ({
  ...output,
  delay_from: start === "verdict" ? "verdict" : "trigger",
  distance_mm: start === "distance" ? 100 : null,
  speed_mm_s: start === "distance" ? 100 : null,
  parts: start === "parts" ? 1 : null,
});

/** @param {{output: OutputSettings, onChange: Setter<OutputSettings>}} props */
function Timing({ output, onChange }) {
  /** @type {KeySetter<OutputSettings>} */
  const set = (key) => (value) => onChange({ ...output, [key]: value });
  return html`
    <${NumberField} label="Pulse" unit="ms" step="1" value=${output.pulse_ms}
      onChange=${(/** @type {number} */ value) => set("pulse_ms")(value || null)} hint="0 holds the level until the next verdict." />
    <${NumberField} label="Delay" unit="ms" value=${output.delay_ms} onChange=${set("delay_ms")} />
    <${ChoiceField} label="Delay counts from" value=${startOf(output)} options=${STARTS}
      onChange=${(/** @type {string} */ start) => onChange(withStart(output, start))} />
    ${
      output.distance_mm !== null &&
      html`<div class="pair">
        <${NumberField} label="Distance to the gate" unit="mm" value=${output.distance_mm} onChange=${set("distance_mm")} />
        <${NumberField} label="Speed" unit="mm/s" value=${output.speed_mm_s} onChange=${set("speed_mm_s")} />
      </div>`
    }
    ${
      output.parts !== null &&
      html`<${NumberField} label="Parts between camera and gate" step="1" value=${output.parts} onChange=${set("parts")} />`
    }
    ${
      output.delay_from === "trigger" &&
      html`<p class="quiet small">A part without a verdict by then gets the signal for parts without a verdict.</p>`
    }`;
}

/**
 * @param {{
 *   output: Extract<OutputSettings, {type: "gpio"}>,
 *   onChange: Setter<OutputSettings>,
 * }} props
 */
function GpioLine({ output, onChange }) {
  /** @param {string} line */
  const setLine = (line) => onChange({ ...output, line: /^\d+$/.test(line) ? Number(line) : line });
  return html`
    <div class="pair">
      <${TextField} label="Chip" value=${output.chip}
        onChange=${(/** @type {string} */ chip) => onChange({ ...output, chip })} />
      <${TextField} label="Line" value=${String(output.line)} onChange=${setLine} />
    </div>`;
}

/**
 * @param {{
 *   output: OutputSettings,
 *   lines: string[],
 *   onChange: Setter<OutputSettings>,
 *   onRemove: () => unknown,
 * }} props
 */
function Output({ output, lines, onChange, onRemove }) {
  return html`
    <fieldset class="group">
      <legend>${output.type === "gpio" ? "GPIO output" : "Camera output"}</legend>
      ${
        output.type === "gpio"
          ? html`<${GpioLine} output=${output} onChange=${onChange} />`
          : html`<${ChoiceField} label="Line" value=${output.user_output} options=${lines.map((line) => [line, line])}
              onChange=${(/** @type {typeof output.user_output} */ line) => onChange({ ...output, user_output: line })} />`
      }
      <${ChoiceField} label="Active on" value=${signalOf(output)} options=${SIGNALS}
        onChange=${(/** @type {string} */ signal) => onChange(withSignal(output, signal))} />
      <${TickField} label="Active low" value=${output.active_low}
        onChange=${(/** @type {boolean} */ value) => onChange({ ...output, active_low: value })} />
      ${output.role === "verdict" && html`<${Timing} output=${output} onChange=${onChange} />`}
      <button class="plain" onClick=${onRemove}><${RemoveIcon} size=${20} />Remove this output</button>
    </fieldset>`;
}

/** @param {OutputSettings} output */
const userOutput = (output) => (output.type === "camera_output" ? output.user_output : null);

/**
 * Signals to the line: outputs, the safe output for parts without a verdict, the time limit.
 * @param {{
 *   features: CameraFeatures | null,
 *   recipe: Recipe,
 *   onChange: Setter<Recipe>,
 *   changed: IsChanged,
 * }} props
 */
export function OutputSettings({ features, recipe, onChange, changed }) {
  const outputs = recipe.outputs;
  const lines = /** @type {Extract<OutputSettings, {type: "camera_output"}>["user_output"][]} */ (
    features?.user_outputs ?? []
  );
  const free = lines.find((line) => !outputs.some((output) => userOutput(output) === line));
  /** @param {OutputSettings[]} next */
  const setOutputs = (next) => onChange({ ...recipe, outputs: next });
  const addCameraOutput = () =>
    free && setOutputs([...outputs, { ...DEFAULTS, type: "camera_output", user_output: free }]);
  const addGpioOutput = () =>
    setOutputs([...outputs, { ...DEFAULTS, type: "gpio", chip: "gpiochip0", line: 0 }]);
  return html`
    ${outputs.map(
      (output, index) => html`
      <${Output} key=${index} output=${output} lines=${lines.length ? lines : [userOutput(output)]}
        onChange=${(/** @type {OutputSettings} */ next) => setOutputs(outputs.with(index, next))}
        onRemove=${() => setOutputs(outputs.toSpliced(index, 1))} />`,
    )}
    ${
      lines.length
        ? html`<${Button} whyNot=${!free && "All outputs of the camera are in use."} onClick=${addCameraOutput}>Add a camera output<//>`
        : html`<p class="quiet">This camera has no configurable outputs.</p>`
    }
    <button onClick=${addGpioOutput}>Add a GPIO output</button>
    <${ChoiceField} label="Signal for parts without a verdict" value=${recipe.safe_output}
      options=${[["NG", "NG (rejected)"], ["NONE", "No signal"]]} changed=${changed("safe_output")}
      onChange=${(/** @type {Recipe["safe_output"]} */ value) => onChange({ ...recipe, safe_output: value })} />
    <${NumberField} label="Time limit" unit="ms" step="1" value=${recipe.time_limit_ms} changed=${changed("time_limit_ms")}
      onChange=${(/** @type {number} */ value) => onChange({ ...recipe, time_limit_ms: value || null })}
      hint="From trigger to verdict, at least 10 ms. A later verdict counts as ERROR. 0: no limit." />`;
}
