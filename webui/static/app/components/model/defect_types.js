import { html } from "../../preact.js";
import { showCount } from "../../pure/format.js";
import { percent } from "./false_rejects.js";

/**
 * How many pictures of each type of defect are caught.
 * @param {{types: AnomalyManifest["defect_types"]}} props
 */
export function DefectTypes({ types }) {
  return html`
    <table class="confusion" data-testid="defect-types">
      <thead><tr><th scope="col">defect type</th><th scope="col">caught</th><th scope="col">with 95 % confidence</th></tr></thead>
      <tbody>${types.map(
        ({ name, pictures, caught, interval }) => html`
        <tr key=${name}><th scope="row">${name}</th><td>${showCount(caught)} of ${showCount(pictures)}</td>
          <td>${percent(interval.low)} to ${percent(interval.high)}</td></tr>`,
      )}</tbody>
    </table>`;
}
