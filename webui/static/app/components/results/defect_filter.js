// Which rejects are shown besides period and recipe, and a press to show all of them again.
import { html } from "../../preact.js";
import { regionName } from "../../pure/quality.js";
import { DEFECT_KEYS } from "../../pure/results_filter.js";
import { text } from "../../texts/texts.js";

/** @import { Filter } from "../../pure/results_filter.js" */

/** @param {Filter} filter */
const words = ({ failed_rule, by_score, human_defect_type, region }) => [
  ...(failed_rule ? [text("quality-only-rule", { name: failed_rule })] : []),
  ...(by_score ? [text("quality-only-score")] : []),
  ...(human_defect_type ? [text("quality-only-human", { name: human_defect_type })] : []),
  ...(region ? [text("quality-only-region", { region: regionName(region) })] : []),
];

/** @param {{filter: Filter, onChange: Setter<Filter>}} props */
export function DefectFilter({ filter, onChange }) {
  const shown = words(filter);
  if (!shown.length) return null;
  const clear = () => onChange(Object.fromEntries(DEFECT_KEYS.map((key) => [key, ""])));
  return html`
    <p class="defect-filter" data-testid="defect-filter">${shown.map((only) => html`<span key=${only}>${only}</span>`)}
      <button onClick=${clear}>${text("quality-only-clear")}</button></p>`;
}
