// How long verdicts took, over all and for each recipe.
import { html } from "../../preact.js";
import { showCount, showMs } from "../../pure/format.js";

/** @param {{summary: ResultsSummary}} props */
export function LatencyByRecipe({ summary: { latency, latency_by_recipe } }) {
  return html`
    <p class="quiet small">Trigger to verdict: median <b>${showMs(latency.p50_ms)}</b>,
      95 % under <b>${showMs(latency.p95_ms)}</b>, 99 % under <b>${showMs(latency.p99_ms)}</b></p>
    ${
      latency_by_recipe.length > 0 &&
      html`
      <details><summary>Verdict times by recipe</summary>
        <div class="table-frame" tabindex="0">
          <table class="stacked-table" data-testid="latency">
            <thead><tr><th scope="col">Recipe</th><th scope="col" class="right">Parts</th><th scope="col" class="right">Median</th>
              <th scope="col" class="right">95 % under</th><th scope="col" class="right">99 % under</th><th scope="col" class="right">Late</th></tr></thead>
            <tbody>${latency_by_recipe.map(
              ({ recipe, parts, late, p50_ms, p95_ms, p99_ms }) => html`
              <tr key=${recipe}><th scope="row">${recipe}</th><td class="right" data-label="Parts">${showCount(parts)}</td>
                <td class="right" data-label="Median">${showMs(p50_ms)}</td><td class="right" data-label="95 % under">${showMs(p95_ms)}</td>
                <td class="right" data-label="99 % under">${showMs(p99_ms)}</td><td class="right" data-label="Late">${showCount(late)}</td></tr>`,
            )}</tbody>
          </table>
        </div>
        <p class="quiet small">Of the newest 1,000 parts of this time.</p>
      </details>`
    }`;
}
