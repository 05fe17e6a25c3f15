import { html } from "../../preact.js";
import { text } from "../../texts/texts.js";
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

const STARTS = /** @type {const} */ (["verdict", "trigger", "distance", "parts"]);

const signals = () => [
  ["NG", text("output-settings-on-ng")],
  ["OK", text("output-settings-on-ok")],
  ["ready", text("output-settings-ready")],
  ["heartbeat", text("output-settings-heartbeat")],
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
    <${NumberField} label=${text("output-settings-pulse")} unit="ms" step="1" value=${output.pulse_ms}
      onChange=${(/** @type {number} */ value) => set("pulse_ms")(value || null)} hint=${text("output-settings-pulse-hint")} />
    <${NumberField} label=${text("output-settings-delay")} unit="ms" value=${output.delay_ms} onChange=${set("delay_ms")} />
    <${ChoiceField} label=${text("output-settings-from")} value=${startOf(output)}
      options=${STARTS.map((start) => [start, text(`output-settings-from-${start}`)])}
      onChange=${(/** @type {string} */ start) => onChange(withStart(output, start))} />
    ${
      output.distance_mm !== null &&
      html`<div class="pair">
        <${NumberField} label=${text("output-settings-distance")} unit="mm" value=${output.distance_mm} onChange=${set("distance_mm")} />
        <${NumberField} label=${text("output-settings-speed")} unit="mm/s" value=${output.speed_mm_s} onChange=${set("speed_mm_s")} />
      </div>`
    }
    ${
      output.parts !== null &&
      html`<${NumberField} label=${text("output-settings-parts")} step="1" value=${output.parts} onChange=${set("parts")} />`
    }
    ${
      output.delay_from === "trigger" &&
      html`<p class="quiet small">${text("output-settings-no-verdict-yet")}</p>`
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
      <${TextField} label=${text("output-settings-chip")} value=${output.chip}
        onChange=${(/** @type {string} */ chip) => onChange({ ...output, chip })} />
      <${TextField} label=${text("output-settings-line")} value=${String(output.line)} onChange=${setLine} />
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
      <legend>${text(`output-settings-${output.type}`)}</legend>
      ${
        output.type === "gpio"
          ? html`<${GpioLine} output=${output} onChange=${onChange} />`
          : html`<${ChoiceField} label=${text("output-settings-line")} value=${output.user_output} options=${lines.map((line) => [line, line])}
              onChange=${(/** @type {typeof output.user_output} */ line) => onChange({ ...output, user_output: line })} />`
      }
      <${ChoiceField} label=${text("output-settings-active-on")} value=${signalOf(output)} options=${signals()}
        onChange=${(/** @type {string} */ signal) => onChange(withSignal(output, signal))} />
      <${TickField} label=${text("output-settings-active-low")} value=${output.active_low}
        onChange=${(/** @type {boolean} */ value) => onChange({ ...output, active_low: value })} />
      ${output.role === "verdict" && html`<${Timing} output=${output} onChange=${onChange} />`}
      <button class="plain" onClick=${onRemove}><${RemoveIcon} size=${20} />${text("output-settings-remove")}</button>
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
        ? html`<${Button} whyNot=${!free && text("output-settings-none-free")} onClick=${addCameraOutput}>${text("output-settings-add-camera")}<//>`
        : html`<p class="quiet">${text("output-settings-none")}</p>`
    }
    <button onClick=${addGpioOutput}>${text("output-settings-add-gpio")}</button>
    <${ChoiceField} label=${text("output-settings-safe")} value=${recipe.safe_output}
      options=${[["NG", text("output-settings-safe-ng")], ["NONE", text("output-settings-safe-none")]]} changed=${changed("safe_output")}
      onChange=${(/** @type {Recipe["safe_output"]} */ value) => onChange({ ...recipe, safe_output: value })} />
    <${NumberField} label=${text("output-settings-time-limit")} unit="ms" step="1" value=${recipe.time_limit_ms} changed=${changed("time_limit_ms")}
      onChange=${(/** @type {number} */ value) => onChange({ ...recipe, time_limit_ms: value || null })}
      hint=${text("output-settings-time-limit-hint")} />`;
}
