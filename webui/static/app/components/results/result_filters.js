// Which time and which parts: period or from and to, search, recipe, scene.
import { html, useEffect, useState } from "../../preact.js";
import { CUSTOM, localMinute, PERIODS, periodName } from "../../pure/results_filter.js";
import { useAnswer } from "../../state/answer.js";
import { text } from "../../texts/texts.js";
import { takeValue } from "../shared/field_events.js";
import { ChoiceField } from "../shared/fields.js";

/** @import { Filter, Span } from "../../pure/results_filter.js" */

/** @returns {[string, string][]} */
const scenes = () => [
  ["", text("results-all")],
  ["true", text("results-scene-changed-choice")],
];
/** @returns {[string, string][]} */
const periods = () => [
  ...PERIODS.map((period) => /** @type {[string, string]} */ ([period, periodName(period)])),
  [CUSTOM, text("results-period-custom")],
];
const LONGEST_DAYS = 366;
const DAY_MS = 24 * 3600_000;

/** @type {(from: string, to: string) => string | null} */
function spanProblem(from, to) {
  const length_ms = (to ? Date.parse(to) : Date.now()) - Date.parse(from);
  if (length_ms <= 0) return text("results-period-no-length");
  return length_ms > LONGEST_DAYS * DAY_MS
    ? text("results-period-longest", { days: LONGEST_DAYS })
    : null;
}

/**
 * A period of one's own; it is taken where it makes sense.
 * @param {{span: Span, onChange: Setter<Filter>}} props
 */
function FromTo({ span, onChange }) {
  const [from, setFrom] = useState(localMinute(span.from));
  const [to, setTo] = useState(span.to ? localMinute(span.to) : "");
  useEffect(() => {
    setFrom(localMinute(span.from));
    setTo(span.to ? localMinute(span.to) : "");
  }, [span.from, span.to]);
  const problem = from ? spanProblem(from, to) : text("results-period-no-begin");
  /** @type {(from: string, to: string) => void} */
  const take = (from, to) => {
    setFrom(from);
    setTo(to);
    if (!from || spanProblem(from, to)) return;
    const iso = [from, to].map((local) => (local ? new Date(local).toISOString() : ""));
    onChange({ from: iso[0], to: iso[1] });
  };
  return html`
    <div class="from-to">
      <label class="field"><span class="field-label">${text("results-period-from")}</span>
        <input type="datetime-local" value=${from} onChange=${takeValue((value) => take(value, to))} /></label>
      <label class="field"><span class="field-label">${text("results-period-to")}</span>
        <input type="datetime-local" value=${to} onChange=${takeValue((value) => take(from, value))} /></label>
      ${problem && html`<p class="small problem" role="alert">${problem}</p>`}
    </div>`;
}

/** @param {{value: string, onChange: Setter<string>}} props */
function Search({ value, onChange }) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return html`
    <form class="search" role="search" onSubmit=${(/** @type {Event} */ event) => {
      event.preventDefault();
      onChange(typed.trim());
    }}>
      <label class="field"><span class="field-label">${text("results-part-number-or-id")}</span>
        <input type="search" aria-label=${text("results-part-number-or-id")} placeholder=${text("results-number-or-id")} enterkeyhint="search" maxlength="128" value=${typed} onInput=${takeValue(setTyped)} /></label>
      <button type="submit">${text("results-find")}</button>
    </form>`;
}

/**
 * Period and recipe, and where parts are listed what else they are found by; `children` stand behind.
 * @param {{
 *   filter: Filter,
 *   span: Span | null,
 *   lists?: boolean,
 *   onChange: Setter<Filter>,
 *   children?: Children,
 * }} props
 */
export function ResultFilters({ filter, span, lists = false, onChange, children }) {
  const known = useAnswer("recipes").answer?.recipes.map(({ name }) => name) ?? [];
  // Parts of a recipe may be there that itself isn't any more.
  const recipes = [...new Set([...known, ...(filter.recipe ? [filter.recipe] : [])])];
  const period = filter.from ? CUSTOM : (filter.period ?? "");
  /** @param {string} chosen */
  const choosePeriod = (chosen) => {
    if (chosen !== CUSTOM) onChange({ period: chosen, from: "", to: "" });
    else if (span) onChange({ period: "", from: span.from, to: span.to ?? "" });
  };
  return html`
    <div class="filters">
      <${ChoiceField} label=${text("results-period")} value=${period} options=${periods()} onChange=${choosePeriod} />
      ${filter.from && span && html`<${FromTo} span=${span} onChange=${onChange} />`}
      ${lists && html`<${Search} value=${filter.search ?? ""} onChange=${(/** @type {string} */ search) => onChange({ search })} />`}
      <${ChoiceField} label=${text("results-recipe")} value=${filter.recipe ?? ""} onChange=${(/** @type {string} */ recipe) => onChange({ recipe })}
        options=${[["", text("results-all")], ...recipes.map((name) => [name, name])]} />
      ${
        lists &&
        html`<${ChoiceField} label=${text("results-scene")} value=${filter.scene_changed ?? ""} options=${scenes()}
          onChange=${(/** @type {string} */ scene_changed) => onChange({ scene_changed })} />`
      }
      ${children}
    </div>`;
}
