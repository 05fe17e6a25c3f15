import { html, useState } from "../preact.js";
import { ChoiceField, TextField } from "./fields.js";

const NAME = /^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$/;
const NEW = "";

/** Which dataset is filled; a new one begins with its first picture. */
export function DatasetChoice({ datasets, value, onChange }) {
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState("");
  const known = datasets.map((dataset) => dataset.name);
  const options = [...new Set([...(value ? [value] : []), ...known])].map((option) => [option, option]);
  const take = () => { onChange(name); setNaming(false); setName(""); };
  if (!naming) {
    return html`<${ChoiceField} label="Dataset" value=${value} options=${[...options, [NEW, "New dataset…"]]}
      onChange=${(chosen) => (chosen === NEW ? setNaming(true) : onChange(chosen))} />`;
  }
  return html`
    <form class="inline-form" onSubmit=${(event) => { event.preventDefault(); if (NAME.test(name)) take(); }}>
      <${TextField} label="Name of the new dataset" value=${name} onChange=${setName} placeholder="letters, digits, - and _" />
      <button disabled=${!NAME.test(name)} type="submit">Use</button>
      <button type="button" class="plain" onClick=${() => setNaming(false)}>Cancel</button>
    </form>`;
}
