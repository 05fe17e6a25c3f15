import { html } from "../../preact.js";
import { text } from "../../texts/texts.js";
import { percents } from "./false_rejects.js";

/**
 * How many pictures of each type of defect are caught.
 * @param {{types: AnomalyManifest["defect_types"]}} props
 */
export function DefectTypes({ types }) {
  return html`
    <table class="confusion" data-testid="defect-types">
      <thead><tr><th scope="col">${text("metrics-defect-type")}</th><th scope="col">${text("metrics-caught")}</th><th scope="col">${text("metrics-confidence")}</th></tr></thead>
      <tbody>${types.map(
        ({ name, pictures, caught, interval }) => html`
        <tr key=${name}><th scope="row">${name}</th><td>${text("metrics-share", { count: caught, all: pictures })}</td>
          <td>${text("metrics-interval", percents(interval))}</td></tr>`,
      )}</tbody>
    </table>`;
}
