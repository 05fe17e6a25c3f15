// Where two recipes differ, field by field.
import { html } from "../../preact.js";
import { text } from "../../texts/texts.js";

/** @import { RecipeDifference } from "../../pure/recipe_comparison.js" */

/**
 * @param {{
 *   differences: RecipeDifference[],
 *   before: Children,
 *   after: Children,
 *   same?: string,
 * }} props
 */
export function DifferenceTable({ differences, before, after, same = text("recipe-same") }) {
  return html`
    <div class="table-frame" tabindex="0">
      <table class="stacked-table compared" data-testid="differences">
        <thead><tr><th scope="col">${text("recipe-setting")}</th><th scope="col">${before}</th><th scope="col">${after}</th></tr></thead>
        <tbody>${differences.map(
          ({ field, before: was, after: is }) => html`
          <tr key=${field}><th scope="row">${field}</th><td>${was}</td><td>${is}</td></tr>`,
        )}</tbody>
      </table>
    </div>
    ${differences.length === 0 && html`<p>${same}</p>`}`;
}
