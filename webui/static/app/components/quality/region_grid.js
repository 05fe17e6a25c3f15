// Where on the part the defects are: a grid of three by three over a picture of a reject.
import { address as apiAddress } from "../../api.js";
import { html } from "../../preact.js";
import { showCount } from "../../pure/format.js";
import { regionName } from "../../pure/quality.js";
import { text } from "../../texts/texts.js";

const CELLS = Array.from({ length: 9 }, (_, index) => index + 1);
const WIDTH = 480;

/**
 * @param {{
 *   regions: QualityDefects["regions"],
 *   pictureOf: string | null,
 *   address: (region: number) => string,
 * }} props
 */
export function RegionGrid({ regions, pictureOf, address }) {
  const most = Math.max(...regions.map(({ parts }) => parts));
  const counts = new Map(regions.map(({ region, parts }) => [region, parts]));
  return html`
    <div class=${`region-grid ${pictureOf ? "" : "without-picture"}`}>
      ${pictureOf && html`<img src=${apiAddress.picture(pictureOf, WIDTH)} alt=${text("quality-region-picture")} />`}
      <div class="region-cells">${CELLS.map((cell) => {
        const parts = counts.get(cell) ?? 0;
        const name = regionName(cell);
        const strength = { "--strength": parts / most };
        return parts
          ? html`<a key=${cell} href=${address(cell)} data-page style=${strength} title=${text("quality-open-parts", { name })} aria-label=${text("quality-region-count", { name, count: parts })}><b>${showCount(parts)}</b></a>`
          : html`<span key=${cell} title=${name}><b>0</b></span>`;
      })}</div>
    </div>`;
}
