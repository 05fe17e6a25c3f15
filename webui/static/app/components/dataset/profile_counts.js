import { html, useState } from "../../preact.js";
import { showCount } from "../../pure/format.js";
import { text } from "../../texts/texts.js";
import { facetTitle, facetValue } from "./profile_words.js";

/** @import { FacetName } from "../../pure/picture_columns.js" */
/** @import { ShowPictures } from "./profile.js" */
/** @typedef {Answered<"get", "datasets/{name}/profile">} DatasetProfile */
/** @typedef {DatasetProfile["batches"][number]} Count */

const MOST_ROWS = 6;

/**
 * Pictures by the value of a property, as bars that lead to them: normal grey, anomalous hatched.
 * @param {{
 *   title: string,
 *   counts: Count[],
 *   nameOf: (value: string | null) => string,
 *   onValue: (value: string | null) => unknown,
 * }} props
 */
function CountBars({ title, counts, nameOf, onValue }) {
  const [all, setAll] = useState(false);
  const most = Math.max(...counts.map(({ normal, anomaly }) => normal + anomaly));
  const shown = all ? counts : counts.slice(0, MOST_ROWS);
  return html`
    <section class="count-bars" aria-label=${title}>
      <h3>${title}</h3>
      ${shown.map(
        ({ value, normal, anomaly }) => html`
        <button class="plain count-row" key=${value} aria-label=${text("dataset-count-row", { value: nameOf(value), count: normal + anomaly, anomaly })} onClick=${() => onValue(value)}>
          <span class="count-name">${nameOf(value)}</span><span class="number">${showCount(normal + anomaly)}</span>
          <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect class="bar-normal" width=${(100 * normal) / most} height="4" />
            <rect class="bar-anomalous" x=${(100 * normal) / most} width=${(100 * anomaly) / most} height="4" /></svg>
        </button>`,
      )}
      ${counts.length > shown.length && html`<button class="plain" onClick=${() => setAll(true)}>${text("dataset-counts-all", { count: counts.length })}</button>`}
    </section>`;
}

/**
 * Pictures by label, batch, defect type, day, person and split.
 * @param {{profile: DatasetProfile, onShow: ShowPictures}} props
 */
export function ProfileCounts({ profile, onShow }) {
  const labels = [
    { value: "normal", normal: profile.normal, anomaly: 0 },
    { value: "anomaly", normal: 0, anomaly: profile.anomaly },
  ].filter(({ normal, anomaly }) => normal + anomaly);
  /** @type {[FacetName, Count[]][]} */
  const facets = [
    // A normal picture has no type, and lacks none.
    ["defect_type", profile.defect_types.map((count) => ({ ...count, normal: 0 }))],
    ["batch", profile.batches],
    ["day", profile.days],
    ["person", profile.persons],
    ["split", profile.splits],
  ];
  /** @param {string | null} value */
  const labelName = (value) => text(value === "anomaly" ? "anomaly" : "normal");
  return html`
    <section aria-label=${text("dataset-counts")}>
      <h2>${text("dataset-counts")}</h2>
      <div class="count-grid">
        <${CountBars} title=${text("dataset-label")} counts=${labels} nameOf=${labelName}
          onValue=${(/** @type {string} */ value) => onShow(labelName(value), ({ anomaly }, index) => anomaly[index] === (value === "anomaly"))} />
        ${facets.map(([name, counts]) => {
          const filled = counts.filter(({ normal, anomaly }) => normal + anomaly);
          if (!filled.length) return null;
          return html`<${CountBars} key=${name} title=${facetTitle(name)} counts=${filled} nameOf=${(/** @type {string | null} */ value) => facetValue(name, value)}
            onValue=${(/** @type {string | null} */ value) => onShow(`${facetTitle(name)}: ${facetValue(name, value)}`, ({ anomaly, facets: { [name]: facet } }, index) => (facet.values[facet.of[index]] ?? null) === value && (name !== "defect_type" || anomaly[index]))} />`;
        })}
      </div>
    </section>`;
}
