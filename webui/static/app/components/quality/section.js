import { html } from "../../preact.js";
import { csvOf } from "../../pure/quality.js";
import { text } from "../../texts/texts.js";
import { saveFile } from "../shared/save_file.js";

/**
 * A part of the page under its heading; its table can be downloaded where `csv` has rows.
 * @param {{
 *   title: string,
 *   name: string,
 *   csv?: {columns: string[], rows: Record<string, unknown>[]} | null,
 *   children: Children,
 * }} props
 */
export function Section({ title, name, csv, children }) {
  const save = () =>
    csv && saveFile(`${name}.csv`, new Blob([csvOf(csv.rows, csv.columns)], { type: "text/csv" }));
  return html`
    <section class="card quality-section" aria-label=${title} data-testid=${name}>
      <header><h2>${title}</h2>
        ${csv && csv.rows.length > 0 && html`<button class="plain" aria-label=${text("quality-csv-of", { title })} onClick=${save}>${text("quality-csv")}</button>`}</header>
      ${children}
    </section>`;
}
