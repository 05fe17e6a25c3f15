// Counts of the period as tiles: a press shows the parts of one alone.
import { html } from "../../preact.js";
import { showCount, showPercent } from "../../pure/format.js";
import { chosenTile, reviewedShare, TILES, tileChange } from "../../pure/results_filter.js";
import { text } from "../../texts/texts.js";
import { OUTCOME_SHAPES } from "../shared/icons.js";

/** @import { Filter, Tile } from "../../pure/results_filter.js" */

/**
 * What a tile says besides its count.
 * @param {{tile: Tile, summary: ResultsSummary}} props
 */
function Beside({ tile, summary }) {
  if (tile.name === "total")
    return html`<span class="tile-note"><span class="tile-word">${text("yield")} </span><span data-testid="yield">${showPercent(summary.yield)}</span></span>`;
  return tile.name === "count-reviewed"
    ? html`<span class="tile-note" data-testid="reviewed-share">${showPercent(reviewedShare(summary))}</span>`
    : null;
}

/**
 * @param {{
 *   summary: ResultsSummary,
 *   filter: Filter,
 *   onChoose: Setter<Filter>,
 * }} props
 */
export function ResultTiles({ summary, filter, onChoose }) {
  const chosen = filter.search ? undefined : chosenTile(filter);
  return html`
    <div class="tiles" role="group" aria-label=${text("results-tiles")}>
      ${TILES.map((tile) => {
        const count = tile.count(summary);
        const press = () =>
          onChoose({ ...tileChange(tile === chosen ? TILES[0] : tile), search: "" });
        return html`
          <button key=${tile.name} class=${`tile ${tile.outcome ?? ""} ${count ? "" : "none"}`} aria-pressed=${tile === chosen} onClick=${press}>
            <span class="tile-label">${tile.outcome && html`<${OUTCOME_SHAPES[tile.outcome]} size=${16} />`}${tile.label()}</span>
            <span class="tile-figures"><b data-testid=${tile.name}>${showCount(count)}</b><${Beside} tile=${tile} summary=${summary} /></span>
          </button>`;
      })}
    </div>`;
}
