import { html } from "../preact.js";
import { attempt } from "../notices.js";
import { post } from "../api.js";
import { ChoiceField, NumberField } from "./fields.js";

const KINDS = [
  ["software", "Button or HTTP"],
  ["timer", "Timer"],
  ["line", "Input line of the camera"],
];
const DEFAULTS = {
  software: { type: "software" },
  timer: { type: "timer", period_ms: 1000 },
  line: { type: "line", line: "Line1", activation: "RisingEdge", debouncer_us: 0, delay_us: 0 },
};

function TimerFields({ trigger, set, changed }) {
  return html`<${NumberField} label="Period" unit="ms" step="1" value=${trigger.period_ms} onChange=${set("period_ms")}
    changed=${changed("trigger.period_ms")} hint="5 ms to 1 hour" />`;
}

function LineFields({ trigger, set, changed, features }) {
  const lines = features?.trigger_lines.length ? features.trigger_lines : [trigger.line];
  return html`
    <${ChoiceField} label="Line" value=${trigger.line} onChange=${set("line")} changed=${changed("trigger.line")}
      options=${lines.map((line) => [line, line])} />
    <${ChoiceField} label="Edge" value=${trigger.activation} onChange=${set("activation")} changed=${changed("trigger.activation")}
      options=${[["RisingEdge", "Rising edge"], ["FallingEdge", "Falling edge"]]} />
    <${NumberField} label="Debouncer" unit="µs" value=${trigger.debouncer_us} onChange=${set("debouncer_us")}
      changed=${changed("trigger.debouncer_us")} hint="Shorter pulses are ignored; every edge is delayed by it." />
    <${NumberField} label="Delay" unit="µs" value=${trigger.delay_us} onChange=${set("delay_us")}
      changed=${changed("trigger.delay_us")} hint="From the edge to the start of the exposure." />
    ${features?.info.simulated && html`
      <button onClick=${() => attempt(() => post("camera/simulate-line-edge"))}>Simulate an edge on the line</button>`}`;
}

/** What starts an inspection. */
export function TriggerSettings({ features, trigger, onChange, changed }) {
  const set = (key) => (value) => onChange({ ...trigger, [key]: value });
  return html`
    <${ChoiceField} label="A part is triggered by" value=${trigger.type} options=${KINDS} changed=${changed("trigger.type")}
      onChange=${(type) => onChange(DEFAULTS[type])} />
    ${trigger.type === "timer" && html`<${TimerFields} ...${{ trigger, set, changed }} />`}
    ${trigger.type === "line" && html`<${LineFields} ...${{ trigger, set, changed, features }} />`}
    <p class="quiet small">The button of the Inspection page and the HTTP API work beside the timer; with the
      camera's line only the line triggers.</p>`;
}
