import { post } from "../../api.js";
import { html } from "../../preact.js";
import { attempt } from "../../state/notices.js";
import { text } from "../../texts/texts.js";
import { ChoiceField, NumberField, TextField } from "../shared/fields.js";

const KINDS = /** @type {const} */ (["software", "timer", "line", "gpio"]);
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

const BIASES = /** @type {const} */ (["as_is", "disabled", "pull_up", "pull_down"]);

const edges = () => [
  ["RisingEdge", text("trigger-edge-rising")],
  ["FallingEdge", text("trigger-edge-falling")],
];

/** @param {{trigger: TimerTrigger, set: KeySetter<TimerTrigger>, changed: IsChanged}} props */
function TimerFields({ trigger, set, changed }) {
  return html`<${NumberField} label=${text("trigger-period")} unit="ms" step="1" value=${trigger.period_ms} onChange=${set("period_ms")}
    changed=${changed("trigger.period_ms")} hint=${text("trigger-period-hint")} />`;
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
    <${ChoiceField} label=${text("trigger-line")} value=${trigger.line} onChange=${set("line")} changed=${changed("trigger.line")}
      options=${lines.map((line) => [line, line])} />
    <${ChoiceField} label=${text("trigger-edge")} value=${trigger.activation} onChange=${set("activation")} changed=${changed("trigger.activation")}
      options=${edges()} />
    <${NumberField} label=${text("trigger-debouncer")} unit="µs" value=${trigger.debouncer_us} onChange=${set("debouncer_us")}
      changed=${changed("trigger.debouncer_us")} hint=${text("trigger-debouncer-camera-hint")} />
    <${NumberField} label=${text("trigger-delay")} unit="µs" value=${trigger.delay_us} onChange=${set("delay_us")}
      changed=${changed("trigger.delay_us")} hint=${text("trigger-delay-hint")} />
    <${NumberField} label=${text("trigger-every")} step="1" value=${trigger.every} onChange=${set("every")}
      changed=${changed("trigger.every")} hint=${text("trigger-every-camera-hint")} />
    <${IntervalField} ...${{ trigger, set, changed }} />
    ${
      features?.info.simulated &&
      html`
      <button onClick=${() => attempt(() => post("camera/simulate-line-edge"))}>${text("trigger-simulate-edge")}</button>`
    }`;
}

/** @param {{trigger: LineTrigger | GpioTrigger, set: KeySetter<LineTrigger & GpioTrigger>, changed: IsChanged}} props */
function IntervalField({ trigger, set, changed }) {
  return html`<${NumberField} label=${text("trigger-interval")} unit="ms" value=${trigger.min_interval_ms} onChange=${set("min_interval_ms")}
    changed=${changed("trigger.min_interval_ms")} hint=${text("trigger-interval-hint")} />`;
}

/** @param {{trigger: GpioTrigger, set: KeySetter<GpioTrigger>, changed: IsChanged}} props */
function GpioFields({ trigger, set, changed }) {
  /** @param {string} line */
  const setLine = (line) => set("line")(/^\d+$/.test(line) ? Number(line) : line);
  return html`
    <${TextField} label=${text("trigger-chip")} value=${trigger.chip} onChange=${set("chip")} />
    <${TextField} label=${text("trigger-line")} value=${String(trigger.line)} onChange=${setLine} />
    <${ChoiceField} label=${text("trigger-edge")} value=${trigger.activation} onChange=${set("activation")} changed=${changed("trigger.activation")}
      options=${edges()} />
    <${ChoiceField} label=${text("trigger-bias")} value=${trigger.bias} onChange=${set("bias")} changed=${changed("trigger.bias")}
      options=${BIASES.map((bias) => [bias, text(`trigger-bias-${bias}`)])} />
    <${NumberField} label=${text("trigger-debouncer")} unit="µs" step="1" value=${trigger.debouncer_us} onChange=${set("debouncer_us")}
      changed=${changed("trigger.debouncer_us")} hint=${text("trigger-debouncer-hint")} />
    <${NumberField} label=${text("trigger-every")} step="1" value=${trigger.every} onChange=${set("every")}
      changed=${changed("trigger.every")} hint=${text("trigger-every-hint")} />
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
    <${ChoiceField} label=${text("trigger-kind")} value=${trigger.type} options=${KINDS.map((kind) => [kind, text(`trigger-kind-${kind}`)])} changed=${changed("trigger.type")}
      onChange=${(/** @type {TriggerSettings["type"]} */ type) => onChange(DEFAULTS[type])} />
    ${trigger.type === "timer" && html`<${TimerFields} ...${{ trigger, set, changed }} />`}
    ${trigger.type === "line" && html`<${LineFields} ...${{ trigger, set, changed, features }} />`}
    ${trigger.type === "gpio" && html`<${GpioFields} ...${{ trigger, set, changed }} />`}
    <p class="quiet small">${text("trigger-words")}</p>`;
}
