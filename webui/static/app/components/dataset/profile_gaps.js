import { html } from "../../preact.js";
import { text } from "../../texts/texts.js";
import { facetValue } from "./profile_words.js";

/** @import { ShowPictures } from "./profile.js" */
/** @typedef {Answered<"get", "datasets/{name}/profile">["gaps"][number]} Gap */

/** @type {Record<Gap["kind"], (gap: Gap) => string>} */
const WORDS = {
  few_good: ({ count, of }) => text("dataset-gap-few_good", { count, of }),
  no_anomaly: () => text("dataset-gap-no_anomaly"),
  no_test: () => text("dataset-gap-no_test"),
  test_without_good: () => text("dataset-gap-test_without_good"),
  test_without_anomaly: () => text("dataset-gap-test_without_anomaly"),
  no_batch: () => text("dataset-gap-no_batch"),
  one_batch: (gap) => text("dataset-gap-one_batch", { values: gap.values[0] }),
  one_day: ({ values: [day] }) => text("dataset-gap-one_day", { values: facetValue("day", day) }),
  one_person: (gap) => text("dataset-gap-one_person", { values: gap.values[0] }),
  single_types: ({ count, values }) =>
    text("dataset-gap-single_types", { count, values: values.join(", ") }),
  untyped: ({ count, of }) => text("dataset-gap-untyped", { count, of }),
  unmasked: ({ count, of }) => text("dataset-gap-unmasked", { count, of }),
  unboxed: ({ count, of }) => text("dataset-gap-unboxed", { count, of }),
  sizes: ({ count, values }) => text("dataset-gap-sizes", { count, values: values.join(", ") }),
  not_checked: () => text("dataset-gap-not_checked"),
  check_outdated: ({ count }) => text("dataset-gap-check_outdated", { count }),
  shortcuts: ({ count }) => text("dataset-gap-shortcuts", { count }),
};

/**
 * The pictures that a gap is about.
 * @type {Partial<Record<Gap["kind"], (gap: Gap) => Parameters<ShowPictures>[1]>>}
 */
const PICTURES = {
  no_batch: () => () => true,
  single_types:
    ({ values }) =>
    ({ facets: { defect_type: types } }, index) =>
      types.of[index] >= 0 && values.includes(types.values[types.of[index]]),
  untyped: () => (columns, index) =>
    columns.anomaly[index] && columns.facets.defect_type.of[index] < 0,
  unmasked: () => (columns, index) => columns.anomaly[index] && !columns.masked[index],
  unboxed: () => (columns, index) => !columns.boxed[index],
  sizes:
    ({ values }) =>
    ({ width, height }, index) =>
      `${width[index]} x ${height[index]}` !== values[0],
};

/** Gaps that the Training page's check closes. @type {Set<Gap["kind"]>} */
const CHECKS = new Set(/** @type {const} */ (["not_checked", "check_outdated", "shortcuts"]));

/**
 * What the dataset lacks, in sentences, each with what to do about it.
 * @param {{dataset: string, gaps: Gap[], onShow: ShowPictures}} props
 */
export function ProfileGaps({ dataset, gaps, onShow }) {
  return html`
    <section class="profile-gaps" aria-label=${text("dataset-gaps")}>
      <h2>${text("dataset-gaps")}</h2>
      ${!gaps.length && html`<p class="quiet">${text("dataset-gaps-none")}</p>`}
      <ul>${gaps.map((gap) => {
        const { kind } = gap;
        const keep = PICTURES[kind]?.(gap);
        const words = WORDS[kind](gap);
        return html`<li key=${kind} data-testid=${`gap-${kind}`}><p>${words}</p>
          ${
            keep
              ? html`<button onClick=${() => onShow(words, keep)}>${text("dataset-show-pictures")}</button>`
              : html`<a class="button" href="/training" data-page onClick=${() => sessionStorage.setItem("dataset", dataset)}>${text(CHECKS.has(kind) ? "dataset-check" : "page-training")}</a>`
          }</li>`;
      })}</ul>
    </section>`;
}
