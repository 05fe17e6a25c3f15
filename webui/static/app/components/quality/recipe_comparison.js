// The recipes side by side: rejects, what reviews found, and time to verdict.
import { html } from "../../preact.js";
import { showCount, showMs, showPercent } from "../../pure/format.js";
import { defectFilter, partsAddress } from "../../pure/quality.js";
import { useQualityAnswer } from "../../state/quality_filter.js";
import { text } from "../../texts/texts.js";
import { Section } from "./section.js";
import { ShareBar } from "./share_bar.js";

/** @import { Asked } from "../../state/quality_filter.js" */
/** @import { Filter, Span } from "../../pure/results_filter.js" */
/** @typedef {QualityRecipes["recipes"][number]} Row */

const COLUMNS = [
  ...["recipe", "parts", "judged", "rejects", "share", "share_low", "share_high"],
  ...["true_accepts", "false_accepts", "true_rejects", "false_rejects"],
  ...["agreement", "agreement_low", "agreement_high", "p50_ms", "p95_ms", "p99_ms"],
];

/** @param {Row} row */
const csvRow = ({ interval, agreement_interval, latency, ...row }) => ({
  ...row,
  ...{ share_low: interval?.low, share_high: interval?.high },
  ...{ agreement_low: agreement_interval?.low, agreement_high: agreement_interval?.high },
  ...{ p50_ms: latency?.p50_ms, p95_ms: latency?.p95_ms, p99_ms: latency?.p99_ms },
});

/** @param {number | null} share @param {Interval | null} interval */
export const withInterval = (share, interval) =>
  share === null || !interval
    ? showPercent(share)
    : text("quality-interval", {
        share: showPercent(share),
        low: showPercent(interval.low),
        high: showPercent(interval.high),
      });

/** @param {{filter: Filter, span: Span | null, asked: Asked}} props */
export function RecipeComparison({ filter, span, asked }) {
  const answer = useQualityAnswer(asked && `quality/recipes${asked}`);
  if (!answer?.recipes.length || !span) return null;
  const rows = answer.recipes;
  const highest = Math.max(...rows.map(({ interval }) => interval?.high ?? 0));
  /** @type {(recipe: string, parts: Filter) => string} */
  const address = (recipe, parts) => partsAddress({ ...filter, recipe }, span, parts);
  const rejects = { outcome: "NG", ...defectFilter(filter) };
  return html`
    <${Section} title=${text("quality-recipes")} name="quality-recipes" csv=${{ columns: COLUMNS, rows: rows.map(csvRow) }}>
      <div class="table-frame" tabindex="0">
        <table class="stacked-table">
          <thead><tr><th scope="col">${text("results-recipe")}</th><th scope="col" class="right">${text("parts")}</th>
            <th scope="col" class="right">${text("quality-rejects")}</th><th scope="col">${text("quality-share")}</th>
            <th scope="col" class="right">${text("quality-agreement")}</th><th scope="col" class="right">${text("results-tile-false-accepts")}</th><th scope="col" class="right">${text("results-tile-false-rejects")}</th>
            <th scope="col" class="right">${text("results-median")}</th><th scope="col" class="right">${text("results-under-95")}</th><th scope="col" class="right">${text("results-under-99")}</th></tr></thead>
          <tbody>${rows.map(
            (row) => html`
            <tr key=${row.recipe}><th scope="row"><a href=${address(row.recipe, {})} data-page dir="auto">${row.recipe}</a></th>
              <td class="right" data-label=${text("parts")}>${showCount(row.parts)}</td>
              <td class="right" data-label=${text("quality-rejects")}><a href=${address(row.recipe, rejects)} data-page>${showCount(row.rejects)}</a></td>
              <td class="quality-share" data-label=${text("quality-share")}>${withInterval(row.share, row.interval)}<${ShareBar} share=${row.share} interval=${row.interval} highest=${highest} /></td>
              <td class="right with-interval" data-label=${text("quality-agreement")}>${withInterval(row.agreement, row.agreement_interval)}</td>
              <td class="right" data-label=${text("results-tile-false-accepts")}><a href=${address(row.recipe, { outcome: "OK", human_verdict: "NG" })} data-page>${showCount(row.false_accepts)}</a></td>
              <td class="right" data-label=${text("results-tile-false-rejects")}><a href=${address(row.recipe, { outcome: "NG", human_verdict: "OK" })} data-page>${showCount(row.false_rejects)}</a></td>
              <td class="right" data-label=${text("results-median")}>${showMs(row.latency?.p50_ms)}</td>
              <td class="right" data-label=${text("results-under-95")}>${showMs(row.latency?.p95_ms)}</td>
              <td class="right" data-label=${text("results-under-99")}>${showMs(row.latency?.p99_ms)}</td></tr>`,
          )}</tbody>
        </table>
      </div>
      <p class="quiet small">${text("quality-interval-words")} ${text("quality-agreement-words")} ${text("results-latency-newest")}</p>
    <//>`;
}
