// How long verdicts took, over all and for each recipe.
import { html } from "../../preact.js";
import { showCount, showMs } from "../../pure/format.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";

/** @param {{summary: ResultsSummary}} props */
export function LatencyByRecipe({ summary: { latency, latency_by_recipe } }) {
  return html`
    <p class="quiet small">${richText("results-latency", {
      median: showMs(latency.p50_ms),
      p95: showMs(latency.p95_ms),
      p99: showMs(latency.p99_ms),
    })}</p>
    ${
      latency_by_recipe.length > 0 &&
      html`
      <details><summary>${text("results-latency-by-recipe")}</summary>
        <div class="table-frame" tabindex="0">
          <table class="stacked-table" data-testid="latency">
            <thead><tr><th scope="col">${text("results-recipe")}</th><th scope="col" class="right">${text("parts")}</th><th scope="col" class="right">${text("results-median")}</th>
              <th scope="col" class="right">${text("results-under-95")}</th><th scope="col" class="right">${text("results-under-99")}</th><th scope="col" class="right">${text("results-late")}</th></tr></thead>
            <tbody>${latency_by_recipe.map(
              ({ recipe, parts, late, p50_ms, p95_ms, p99_ms }) => html`
              <tr key=${recipe}><th scope="row">${recipe}</th><td class="right" data-label=${text("parts")}>${showCount(parts)}</td>
                <td class="right" data-label=${text("results-median")}>${showMs(p50_ms)}</td><td class="right" data-label=${text("results-under-95")}>${showMs(p95_ms)}</td>
                <td class="right" data-label=${text("results-under-99")}>${showMs(p99_ms)}</td><td class="right" data-label=${text("results-late")}>${showCount(late)}</td></tr>`,
            )}</tbody>
          </table>
        </div>
        <p class="quiet small">${text("results-latency-newest")}</p>
      </details>`
    }`;
}
