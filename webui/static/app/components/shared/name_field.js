// The name of something new, in any script: says at once why a name can't be used.
import { html } from "../../preact.js";
import { nameProblem } from "../../pure/names.js";
import { TextField } from "./fields.js";
import { Problem } from "./problem.js";

/** @param {{label: string, value: string, onChange: Setter<string>, placeholder: string}} props */
export function NameField({ label, value, onChange, placeholder }) {
  return html`
    <div><${TextField} label=${label} value=${value} onChange=${onChange} placeholder=${placeholder} />
      <${Problem} text=${value && nameProblem(value)} /></div>`;
}
