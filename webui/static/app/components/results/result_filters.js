// Which time and which parts: period or from and to, search, recipe, scene.
import { html, useEffect, useState } from "../../preact.js";
import { CUSTOM, localMinute, PERIODS } from "../../pure/results_filter.js";
import { useAnswer } from "../../state/answer.js";
import { takeValue } from "../shared/field_events.js";
import { ChoiceField } from "../shared/fields.js";

/** @import { Filter, Span } from "../../pure/results_filter.js" */

/** @type {[string, string][]} */
const SCENES = [
  ["", "All"],
  ["true", "Changed"],
];
const LONGEST_DAYS = 366;
const DAY_MS = 24 * 3600_000;

/** @type {(from: string, to: string) => string | null} */
function spanProblem(from, to) {
  const length_ms = (to ? Date.parse(to) : Date.now()) - Date.parse(from);
  if (length_ms <= 0) return "The end has to be after the beginning.";
  return length_ms > LONGEST_DAYS * DAY_MS ? `A period has at most ${LONGEST_DAYS} days.` : null;
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
  const problem = from ? spanProblem(from, to) : "Choose when the period begins.";
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
      <label class="field"><span class="field-label">From</span>
        <input type="datetime-local" value=${from} onChange=${takeValue((value) => take(value, to))} /></label>
      <label class="field"><span class="field-label">To</span>
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
      <label class="field"><span class="field-label">Part number or ID</span>
        <input type="search" aria-label="Part number or ID" placeholder="Number or ID" enterkeyhint="search" maxlength="128" value=${typed} onInput=${takeValue(setTyped)} /></label>
      <button type="submit">Find</button>
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
      <${ChoiceField} label="Period" value=${period} options=${[...PERIODS, [CUSTOM, "From – to…"]]} onChange=${choosePeriod} />
      ${filter.from && span && html`<${FromTo} span=${span} onChange=${onChange} />`}
      ${lists && html`<${Search} value=${filter.search ?? ""} onChange=${(/** @type {string} */ search) => onChange({ search })} />`}
      <${ChoiceField} label="Recipe" value=${filter.recipe ?? ""} onChange=${(/** @type {string} */ recipe) => onChange({ recipe })}
        options=${[["", "All"], ...recipes.map((name) => [name, name])]} />
      ${
        lists &&
        html`<${ChoiceField} label="Scene" value=${filter.scene_changed ?? ""} options=${SCENES}
          onChange=${(/** @type {string} */ scene_changed) => onChange({ scene_changed })} />`
      }
      ${children}
    </div>`;
}
