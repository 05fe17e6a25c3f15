// The course of the period: parts by the hour or the day, and how long verdicts took.
import { html } from "../../preact.js";
import { text } from "../../texts/texts.js";
import { HourChart } from "./hour_chart.js";
import { LatencyByRecipe } from "./latency_by_recipe.js";

/** @param {{summary: ResultsSummary}} props */
export function Trend({ summary }) {
  return html`
    ${
      summary.by_hour.length > 0
        ? html`<${HourChart} byHour=${summary.by_hour} />`
        : html`<p class="quiet">${text("results-chart-none")}</p>`
    }
    <${LatencyByRecipe} summary=${summary} />`;
}
