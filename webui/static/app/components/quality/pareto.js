// A Pareto chart: the most frequent first, each bar opens its parts, with the line of their sums.
import { html } from "../../preact.js";
import { showCount, showPercent } from "../../pure/format.js";
import { pareto } from "../../pure/quality.js";
import { text } from "../../texts/texts.js";

/** @typedef {{name: string, parts: number, address: string}} NamedCount */

const MOST = 10;

/** @param {{label: string, counts: NamedCount[]}} props */
export function Pareto({ label, counts }) {
  if (!counts.length) return html`<p class="quiet">${text("quality-no-rejects")}</p>`;
  const bars = pareto(counts).slice(0, MOST);
  const line = bars.map(
    ({ cumulated }, index) =>
      `${(cumulated * 100).toFixed(2)},${((index + 0.5) / bars.length) * 100}`,
  );
  return html`
    <div class="pareto">
      <ol aria-label=${label}>${bars.map(
        ({ name, parts, share, cumulated, address }) => html`
        <li key=${name}><a href=${address} data-page title=${text("quality-open-parts", { name })}>
          <span class="pareto-name" dir="auto">${name}</span>
          <span class="pareto-track"><span style=${{ width: `${share * 100}%` }} /></span>
          <b>${showCount(parts)}</b>
          <span class="quiet small pareto-sum">${showPercent(cumulated, 0)}</span></a></li>`,
      )}</ol>
      <svg class="pareto-line" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true"><polyline points=${line.join(" ")} /></svg>
    </div>
    ${counts.length > MOST && html`<p class="quiet small">${text("quality-more-types", { count: counts.length - MOST })}</p>`}`;
}
