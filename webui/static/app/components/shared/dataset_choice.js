import { html, useState } from "../../preact.js";
import { nameProblem, normalizedName } from "../../pure/names.js";
import { text } from "../../texts/texts.js";
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
export function DatasetChoice({ label = text("field-dataset"), datasets, value, none, onChange }) {
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
      options=${[...(none ? [["", none]] : []), ...options, [NEW, text("field-dataset-new")]]}
      onChange=${(/** @type {string} */ chosen) => (chosen === NEW ? setNaming(true) : onChange(chosen))} />`;
  }
  return html`
    <form class="inline-form" onSubmit=${(/** @type {Event} */ event) => {
      event.preventDefault();
      if (!nameProblem(name)) take();
    }}>
      <${NameField} label=${text("field-dataset-name")} value=${name} onChange=${setName} placeholder=${text("field-dataset-example")} />
      <${Button} whyNot=${nameProblem(name) && text(name ? "names-change-first" : "names-enter-first")} type="submit">${text("use")}<//>
      <button type="button" class="plain" onClick=${() => setNaming(false)}>${text("cancel")}</button>
    </form>`;
}
