// What was wrong with the rejects, and where on the part.
import { html } from "../../preact.js";
import { showCount } from "../../pure/format.js";
import { partsAddress, regionName } from "../../pure/quality.js";
import { useQualityAnswer } from "../../state/quality_filter.js";
import { text } from "../../texts/texts.js";
import { Pareto } from "./pareto.js";
import { RegionGrid } from "./region_grid.js";
import { Section } from "./section.js";

/** @import { Asked } from "../../state/quality_filter.js" */
/** @import { Filter, Span } from "../../pure/results_filter.js" */

/** @type {(type: string | null) => Filter} */
const ofStation = (type) => (type === null ? { by_score: "true" } : { failed_rule: type });

/**
 * @param {{filter: Filter, span: Span | null, asked: Asked, onChange: Setter<Filter>}} props
 */
export function Defects({ filter, span, asked, onChange }) {
  const answer = useQualityAnswer(asked && `quality/defects${asked}`);
  if (!answer || !span) return null;
  const { types, human_types, regions, without_region, rejects, picture_of } = answer;
  const region = filter.region ?? "";
  /** @param {Filter} parts */
  const address = (parts) => partsAddress(filter, span, parts);
  return html`
    <div class="quality-pair">
      <${Section} title=${text("quality-types")} name="quality-types" csv=${{ columns: ["type", "parts"], rows: types }}>
        <${Pareto} label=${text("quality-types")} counts=${types.map(({ type, parts }) => ({
          name: type ?? text("quality-score-alone"),
          parts,
          address: address({ outcome: "NG", region, ...ofStation(type) }),
        }))} />
        <p class="quiet small">${text("quality-types-words")}</p>
        ${
          human_types.length > 0 &&
          html`<h3>${text("quality-human-types")}</h3>
          <${Pareto} label=${text("quality-human-types")} counts=${human_types.map(
            ({ type, parts }) => ({
              name: type ?? "",
              parts,
              address: address({ human_verdict: "NG", human_defect_type: type ?? "" }),
            }),
          )} />`
        }
      <//>
      <${Section} title=${text("quality-regions")} name="quality-regions" csv=${{ columns: ["region", "parts"], rows: regions }}>
        ${
          regions.length > 0
            ? html`<${RegionGrid} regions=${regions} pictureOf=${picture_of} address=${(/** @type {number} */ cell) => address({ outcome: "NG", failed_rule: filter.failed_rule ?? "", by_score: filter.by_score ?? "", region: String(cell) })} />`
            : html`<p class="quiet">${rejects ? text("quality-regions-none") : text("quality-no-rejects")}</p>`
        }
        ${without_region > 0 && html`<p class="quiet small">${text("quality-without-region", { count: without_region, shown: showCount(without_region) })}</p>`}
        ${
          regions.length > 0 &&
          !region &&
          html`<label class="field quality-region-choice"><span class="field-label">${text("quality-region-filter")}</span>
            <select onChange=${(/** @type {EventOf<HTMLSelectElement>} */ event) => onChange({ region: event.target.value })}>
              <option value="">${text("results-all")}</option>
              ${regions.map(({ region: cell }) => html`<option key=${cell} value=${cell}>${regionName(cell)}</option>`)}
            </select></label>`
        }
      <//>
    </div>`;
}
