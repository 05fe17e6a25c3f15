import { post } from "../../api.js";
import { html } from "../../preact.js";
import { attempt } from "../../state/notices.js";
import { ChoiceField, NumberField, TextField } from "../shared/fields.js";

const KINDS = [
  ["software", "Button or HTTP API"],
  ["timer", "Timer"],
  ["line", "Camera input line"],
  ["gpio", "GPIO line"],
];
/** @type {{[Type in TriggerSettings["type"]]: Extract<TriggerSettings, {type: Type}>}} */
const DEFAULTS = {
  software: { type: "software" },
  timer: { type: "timer", period_ms: 1000 },
  line: {
    type: "line",
    min_interval_ms: 0,
    line: "Line1",
    activation: "RisingEdge",
    debouncer_us: 0,
    delay_us: 0,
    every: 1,
  },
  gpio: {
    type: "gpio",
    min_interval_ms: 0,
    chip: "gpiochip0",
    line: 0,
    activation: "RisingEdge",
    bias: "as_is",
    debouncer_us: 0,
    every: 1,
  },
};

const EDGES = [
  ["RisingEdge", "Rising edge"],
  ["FallingEdge", "Falling edge"],
];
const BIASES = [
  ["as_is", "As it is"],
  ["disabled", "Off"],
  ["pull_up", "Pull-up"],
  ["pull_down", "Pull-down"],
];

/** @param {{trigger: TimerTrigger, set: KeySetter<TimerTrigger>, changed: IsChanged}} props */
function TimerFields({ trigger, set, changed }) {
  return html`<${NumberField} label="Period" unit="ms" step="1" value=${trigger.period_ms} onChange=${set("period_ms")}
    changed=${changed("trigger.period_ms")} hint="From 5 ms to 1 hour." />`;
}

/**
 * @param {{
 *   trigger: LineTrigger,
 *   set: KeySetter<LineTrigger>,
 *   changed: IsChanged,
 *   features: CameraFeatures | null,
 * }} props
 */
function LineFields({ trigger, set, changed, features }) {
  const lines = features?.trigger_lines.length ? features.trigger_lines : [trigger.line];
  return html`
    <${ChoiceField} label="Line" value=${trigger.line} onChange=${set("line")} changed=${changed("trigger.line")}
      options=${lines.map((line) => [line, line])} />
    <${ChoiceField} label="Edge" value=${trigger.activation} onChange=${set("activation")} changed=${changed("trigger.activation")}
      options=${EDGES} />
    <${NumberField} label="Debouncer" unit="µs" value=${trigger.debouncer_us} onChange=${set("debouncer_us")}
      changed=${changed("trigger.debouncer_us")} hint="Shorter pulses are ignored. It also delays every edge." />
    <${NumberField} label="Delay" unit="µs" value=${trigger.delay_us} onChange=${set("delay_us")}
      changed=${changed("trigger.delay_us")} hint="From the edge to the start of the exposure." />
    <${NumberField} label="Edges for each part" step="1" value=${trigger.every} onChange=${set("every")}
      changed=${changed("trigger.every")} hint="More than 1 for an encoder; the camera needs a trigger divider." />
    <${IntervalField} ...${{ trigger, set, changed }} />
    ${
      features?.info.simulated &&
      html`
      <button onClick=${() => attempt(() => post("camera/simulate-line-edge"))}>Simulate an edge</button>`
    }`;
}

/** @param {{trigger: LineTrigger | GpioTrigger, set: KeySetter<LineTrigger & GpioTrigger>, changed: IsChanged}} props */
function IntervalField({ trigger, set, changed }) {
  return html`<${NumberField} label="Shortest interval" unit="ms" value=${trigger.min_interval_ms} onChange=${set("min_interval_ms")}
    changed=${changed("trigger.min_interval_ms")} hint="An edge that comes sooner after another one is a bounce, and no part." />`;
}

/** @param {{trigger: GpioTrigger, set: KeySetter<GpioTrigger>, changed: IsChanged}} props */
function GpioFields({ trigger, set, changed }) {
  /** @param {string} line */
  const setLine = (line) => set("line")(/^\d+$/.test(line) ? Number(line) : line);
  return html`
    <${TextField} label="Chip" value=${trigger.chip} onChange=${set("chip")} />
    <${TextField} label="Line" value=${String(trigger.line)} onChange=${setLine} />
    <${ChoiceField} label="Edge" value=${trigger.activation} onChange=${set("activation")} changed=${changed("trigger.activation")}
      options=${EDGES} />
    <${ChoiceField} label="Bias" value=${trigger.bias} onChange=${set("bias")} changed=${changed("trigger.bias")}
      options=${BIASES} />
    <${NumberField} label="Debouncer" unit="µs" step="1" value=${trigger.debouncer_us} onChange=${set("debouncer_us")}
      changed=${changed("trigger.debouncer_us")} hint="Shorter levels are ignored." />
    <${NumberField} label="Edges for each part" step="1" value=${trigger.every} onChange=${set("every")}
      changed=${changed("trigger.every")} hint="More than 1 for an encoder." />
    <${IntervalField} ...${{ trigger, set, changed }} />`;
}

/**
 * What starts an inspection.
 * @param {{
 *   features: CameraFeatures | null,
 *   trigger: TriggerSettings,
 *   onChange: Setter<TriggerSettings>,
 *   changed: IsChanged,
 * }} props
 */
export function TriggerSettings({ features, trigger, onChange, changed }) {
  /** @type {(key: string) => (value: unknown) => unknown} */
  const set = (key) => (value) => onChange({ ...trigger, [key]: value });
  return html`
    <${ChoiceField} label="Trigger source" value=${trigger.type} options=${KINDS} changed=${changed("trigger.type")}
      onChange=${(/** @type {TriggerSettings["type"]} */ type) => onChange(DEFAULTS[type])} />
    ${trigger.type === "timer" && html`<${TimerFields} ...${{ trigger, set, changed }} />`}
    ${trigger.type === "line" && html`<${LineFields} ...${{ trigger, set, changed, features }} />`}
    ${trigger.type === "gpio" && html`<${GpioFields} ...${{ trigger, set, changed }} />`}
    <p class="quiet small">The button on the Inspection page and the HTTP API also work with the timer and GPIO, but not with
      the camera input line.</p>`;
}
