import { html, useState } from "../../preact.js";
import { nameProblem, normalizedName } from "../../pure/names.js";
import { Button } from "./button.js";
import { ChoiceField } from "./fields.js";
import { NameField } from "./name_field.js";

// No dataset's name begins with a slash.
const NEW = "/new";

/**
 * Which dataset is filled; a new one begins with its first picture. `none` are the words for the
 * empty value, where there may be one.
 * @param {{
 *   label?: string,
 *   datasets: Dataset[],
 *   value: string | null | undefined,
 *   none?: string,
 *   onChange: Setter<string>,
 * }} props
 */
export function DatasetChoice({ label = "Dataset", datasets, value, none, onChange }) {
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState("");
  const known = datasets.map((dataset) => dataset.name);
  const options = [...new Set([...(value ? [value] : []), ...known])].map((option) => [
    option,
    option,
  ]);
  const take = () => {
    onChange(normalizedName(name));
    setNaming(false);
    setName("");
  };
  if (!naming) {
    return html`<${ChoiceField} label=${label} value=${value}
      options=${[...(none ? [["", none]] : []), ...options, [NEW, "New dataset…"]]}
      onChange=${(/** @type {string} */ chosen) => (chosen === NEW ? setNaming(true) : onChange(chosen))} />`;
  }
  return html`
    <form class="inline-form" onSubmit=${(/** @type {Event} */ event) => {
      event.preventDefault();
      if (!nameProblem(name)) take();
    }}>
      <${NameField} label="New dataset name" value=${name} onChange=${setName} placeholder="for example cover left" />
      <${Button} whyNot=${nameProblem(name) && (name ? "Change the name first." : "Enter a name first.")} type="submit">Use<//>
      <button type="button" class="plain" onClick=${() => setNaming(false)}>Cancel</button>
    </form>`;
}
