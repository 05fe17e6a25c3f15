import { html, useMemo, useState } from "../../preact.js";
import {
  binEdges,
  binsOf,
  FACETS,
  histogramOf,
  largestValues,
  MEASURES,
  valuesOf,
} from "../../pure/picture_columns.js";
import { text } from "../../texts/texts.js";
import { ChoiceField } from "../shared/fields.js";
import { ProfileHistogram } from "./profile_histogram.js";
import { facetTitle, facetValue, measureTitle, showMeasure } from "./profile_words.js";

/** @import { FacetName, Measure, PictureColumns } from "../../pure/picture_columns.js" */
/** @import { ShowPictures } from "./profile.js" */

const MOST_FACETS = 12;

/**
 * Values of a measure with their bins.
 * @param {PictureColumns} columns
 * @param {Measure} measure
 */
function binned(columns, measure) {
  const values = valuesOf(columns, measure);
  const edges = binEdges(values);
  return { measure, values, edges, bins: binsOf(values, edges) };
}

/**
 * Histograms of what was measured, by label: one of each measure, or of one measure one for each
 * value of a facet.
 * @param {{columns: PictureColumns, onShow: ShowPictures}} props
 */
export function ProfileHistograms({ columns, onShow }) {
  const [facet, setFacet] = useState(/** @type {FacetName | ""} */ (""));
  const [measure, setMeasure] = useState(/** @type {Measure} */ ("brightness"));
  const all = useMemo(() => MEASURES.map((each) => binned(columns, each)), [columns]);
  const { scored_by: scoredBy } = columns;
  const known = all.filter(({ edges }) => edges.length);
  const chosen = known.find((each) => each.measure === measure) ?? known[0];

  /**
   * @param {(typeof all)[number]} shown
   * @param {string} title
   * @param {(index: number) => boolean} [keep]
   */
  const chart = (shown, title, keep = () => true) => html`
    <${ProfileHistogram} key=${title} title=${title} measure=${shown.measure} histogram=${histogramOf(shown.edges, shown.bins, columns.anomaly, keep)}
      threshold=${shown.measure === "score" ? scoredBy?.threshold : null}
      onBin=${(/** @type {number} */ bin) =>
        onShow(
          text("dataset-bin", {
            title,
            low: showMeasure(shown.measure, shown.edges[bin]),
            high: showMeasure(shown.measure, shown.edges[bin + 1]),
          }),
          (_, index) => shown.bins[index] === bin && keep(index),
        )} />`;

  const values = facet ? largestValues(columns.facets[facet]) : [];
  return html`
    <section class="profile-histograms" aria-label=${text("dataset-histograms")}>
      <h2>${text("dataset-histograms")}</h2>
      <svg class="visually-hidden" width="0" height="0" aria-hidden="true"><defs>
        <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="hatch-ground" width="5" height="5" /><rect class="hatch-line" width="2" height="5" /></pattern></defs></svg>
      <div class="histogram-choices">
        <${ChoiceField} label=${text("dataset-facets")} value=${facet} options=${[["", text("dataset-facets-none")], ...FACETS.map((name) => [name, facetTitle(name)])]} onChange=${setFacet} />
        ${facet && chosen && html`<${ChoiceField} label=${text("dataset-measure-of")} value=${chosen.measure} options=${known.map((each) => [each.measure, measureTitle(each.measure)])} onChange=${setMeasure} />`}
      </div>
      <p class="legend small"><span><i class="swatch normal" />${text("label-normal")}</span>
        <span><i class="swatch anomaly" />${text("metrics-legend-anomaly")}</span>
        <span class="quiet">${
          scoredBy
            ? text("dataset-scored-by", {
                model: scoredBy.model.name,
                version: String(scoredBy.model.version),
              })
            : text("dataset-not-scored")
        }</span></p>
      <div class="histogram-grid">${
        facet && chosen
          ? values
              .slice(0, MOST_FACETS)
              .map(([value]) =>
                chart(
                  chosen,
                  facetValue(facet, columns.facets[facet].values[value] ?? null),
                  (index) => columns.facets[facet].of[index] === value,
                ),
              )
          : known.map((each) => chart(each, measureTitle(each.measure)))
      }</div>
      ${values.length > MOST_FACETS && html`<p class="quiet small">${text("dataset-facets-more", { count: values.length - MOST_FACETS })}</p>`}
    </section>`;
}
