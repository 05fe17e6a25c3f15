import { html } from "../preact.js";
import { ChoiceField, NumberField } from "./fields.js";
import { RemoveIcon } from "./icons.js";

function Output({ output, lines, onChange, onRemove }) {
  const set = (key) => (value) => onChange({ ...output, [key]: value });
  return html`
    <fieldset class="group">
      <legend>Output of the camera</legend>
      <div class="pair">
        <${ChoiceField} label="Line" value=${output.user_output} onChange=${set("user_output")}
          options=${lines.map((line) => [line, line])} />
        <${ChoiceField} label="High on" value=${output.active_on} onChange=${set("active_on")}
          options=${[["NG", "NG"], ["OK", "OK"]]} />
      </div>
      <${NumberField} label="Pulse" unit="ms" step="1" value=${output.pulse_ms}
        onChange=${(value) => set("pulse_ms")(value || null)} hint="0 holds the level until the next verdict." />
      <button class="plain" onClick=${onRemove}><${RemoveIcon} size=${20} />Remove this output</button>
    </fieldset>`;
}

/** What the line is told: outputs, the signal for parts that could not be judged, the time limit. */
export function OutputSettings({ features, recipe, onChange, changed }) {
  const outputs = recipe.outputs;
  const lines = features?.user_outputs.length ? features.user_outputs : [];
  const free = lines.find((line) => !outputs.some((output) => output.user_output === line));
  const setOutputs = (next) => onChange({ ...recipe, outputs: next });
  return html`
    ${outputs.map((output, index) => html`
      <${Output} key=${index} output=${output} lines=${lines.length ? lines : [output.user_output]}
        onChange=${(next) => setOutputs(outputs.with(index, next))}
        onRemove=${() => setOutputs(outputs.toSpliced(index, 1))} />`)}
    ${lines.length
      ? html`<button disabled=${!free}
          onClick=${() => setOutputs([...outputs, { type: "camera_output", user_output: free, active_on: "NG", pulse_ms: 100 }])}>
          Add an output of the camera</button>`
      : html`<p class="quiet">This camera has no output that can be set.</p>`}
    <${ChoiceField} label="A part that could not be judged is signalled as" value=${recipe.safe_output}
      options=${[["NG", "NG (taken out)"], ["NONE", "No signal"]]} changed=${changed("safe_output")}
      onChange=${(value) => onChange({ ...recipe, safe_output: value })} />
    <${NumberField} label="Time limit" unit="ms" step="1" value=${recipe.time_limit_ms} changed=${changed("time_limit_ms")}
      onChange=${(value) => onChange({ ...recipe, time_limit_ms: value || null })}
      hint="From trigger to verdict, 10 ms at least; a later verdict is an ERROR. 0: no limit." />`;
}
