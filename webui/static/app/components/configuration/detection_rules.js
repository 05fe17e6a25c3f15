// The rules of a recipe's detection as a table below the live image, on which zones are drawn.

import { html } from "../../preact.js";
import { classesOf, NEW_RULE, sayCount } from "../../pure/detection.js";
import { problemsAt } from "../../pure/problems.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";
import { Button } from "../shared/button.js";
import { takeValue } from "../shared/field_events.js";
import { NumberInput } from "../shared/fields.js";
import { RemoveIcon } from "../shared/icons.js";
import { Problem } from "../shared/problem.js";

/**
 * @typedef {"at_least" | "at_most" | "minimum_score" | "minimum_size_px" | "maximum_size_px"} Limit
 * @typedef {{rule: DetectionRule, onChange: Setter<DetectionRule>}} RuleProps
 */

/** @type {[Limit, step: string][]} */
const NUMBERS = [
  ["at_least", "1"],
  ["at_most", "1"],
  ["minimum_score", "any"],
  ["minimum_size_px", "any"],
  ["maximum_size_px", "any"],
];

/**
 * A number, or nothing: null, where the rule may leave it out.
 * @param {{name: Limit, step: string, wrong: string | undefined} & RuleProps} props
 */
function OptionalNumber({ rule, name, step, wrong, onChange }) {
  const label = text("detection-limit-of", { limit: text(`detection-${name}`), name: rule.name });
  const empty = name === "at_least" ? 0 : null;
  /** @param {number | null} value */
  const set = (value) => onChange({ ...rule, [name]: value });
  return html`<td class=${wrong ? "wrong" : ""}>
    <${NumberInput} label=${label} value=${rule[name]} step=${step} onChange=${set} onEmpty=${() => set(empty)} /></td>`;
}

/**
 * @param {{
 *   classes: string[] | null,
 *   taken: Set<string>,
 *   problems: Record<string, string>,
 *   drawing: boolean,
 *   onDraw: () => unknown,
 *   onRemove: () => unknown,
 * } & RuleProps} props
 */
function Rule({ rule, classes, taken, problems, drawing, onDraw, onChange, onRemove }) {
  const unknown =
    classes && !classes.includes(rule.name)
      ? text("detection-class-unknown", { name: rule.name })
      : null;
  const messages = [unknown, ...Object.values(problems)].filter(Boolean);
  const offered = (classes ?? [rule.name]).filter((name) => name === rule.name || !taken.has(name));
  return html`
    <tr data-testid=${`rule-${rule.name}`}>
      <td class=${unknown ? "wrong" : ""}>
        <select aria-label=${text("detection-class")} value=${rule.name} onChange=${takeValue((name) => onChange({ ...rule, name }))}>
          ${[...(unknown ? [rule.name] : []), ...offered].map((name) => html`<option key=${name} value=${name} selected=${name === rule.name}>${name}</option>`)}
        </select></td>
      ${NUMBERS.map(
        ([name, step]) => html`
        <${OptionalNumber} key=${name} rule=${rule} name=${name} step=${step} wrong=${problems[name]} onChange=${onChange} />`,
      )}
      <td><button class="wide-button" aria-pressed=${drawing} aria-label=${text("detection-zone-of", { name: rule.name })}
        onClick=${onDraw}>${text(rule.zone ? "detection-zone" : "detection-anywhere")}</button></td>
      <td><button class="icon plain" aria-label=${text("detection-rule-remove", { name: rule.name })} onClick=${onRemove}><${RemoveIcon} size=${22} /></button></td>
    </tr>
    <tr><td colspan="8" class=${messages.length ? "problem" : "quiet small rule-words"} role=${messages.length ? "alert" : null}>
      ${messages.length ? messages.join(" ") : text("detection-rule-words", { name: rule.name, count: sayCount(rule) })}</td></tr>`;
}

/** @param {{onDone: () => unknown} & RuleProps} props */
function Drawing({ rule, onChange, onDone }) {
  return html`
    <div class="message across">
      <p>${richText("detection-zone-draw", { name: rule.name })}</p>
      ${rule.zone && html`<button onClick=${() => onChange({ ...rule, zone: null })}>${text("detection-anywhere")}</button>`}
      <button onClick=${onDone}>${text("done")}</button>
    </div>`;
}

/**
 * `zoneOf` is the number of the rule whose zone is being drawn, null when none is.
 * @param {{
 *   detection: Detection | null,
 *   detectors: ModelSummary[],
 *   problems: Problems,
 *   zoneOf: number | null,
 *   onZone: Setter<number | null>,
 *   onChange: Setter<Detection>,
 * }} props
 */
export function DetectionRules({ detection, detectors, problems, zoneOf, onZone, onChange }) {
  if (!detection) return null;
  const { rules } = detection;
  const classes = classesOf(detection, detectors);
  const taken = new Set(rules.map(({ name }) => name));
  const free = (classes ?? []).find((name) => !taken.has(name));
  /** @param {DetectionRule[]} next */
  const setRules = (next) => onChange({ ...detection, rules: next });
  const setRule = (/** @type {number} */ index) => (/** @type {DetectionRule} */ rule) =>
    setRules(rules.with(index, rule));
  const addRule = () => free && setRules([...rules, { ...NEW_RULE, name: free }]);
  const all = problemsAt(problems, "detection.rules")[""];
  return html`
    <section class="detection-rules" aria-label=${text("detection-rules")}>
      ${zoneOf !== null && rules[zoneOf] && html`<${Drawing} rule=${rules[zoneOf]} onChange=${setRule(zoneOf)} onDone=${() => onZone(null)} />`}
      ${
        rules.length > 0 &&
        html`
        <div class="table-frame" tabindex="0"><table class="rules-table" data-testid="rules">
          <thead><tr><th scope="col">${text("detection-class")}</th>${NUMBERS.map(([name]) => html`<th key=${name} scope="col">${text(`detection-${name}`)}</th>`)}
            <th scope="col">${text("detection-where")}</th><td></td></tr></thead>
          <tbody>${rules.map(
            (rule, index) => html`
            <${Rule} key=${index} rule=${rule} classes=${classes} taken=${taken} problems=${problemsAt(problems, `detection.rules.${index}`)}
              drawing=${zoneOf === index} onDraw=${() => onZone(zoneOf === index ? null : index)}
              onChange=${setRule(index)} onRemove=${() => {
                onZone(null);
                setRules(rules.toSpliced(index, 1));
              }} />`,
          )}</tbody>
        </table></div>`
      }
      <${Problem} text=${all} />
      <div class="button-row"><${Button} whyNot=${!free && text("detection-no-class-left")} onClick=${addRule}>${text("detection-rule-add")}<//>
        ${!rules.length && html`<p class="quiet small">${text("detection-no-rules")}</p>`}</div>
    </section>`;
}
