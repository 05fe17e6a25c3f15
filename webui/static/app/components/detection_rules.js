// The rules of a recipe's detection as a table below the live picture, on which zones are drawn.
import { html } from "../preact.js";
import { classesOf, NEW_RULE, problemsAt, sayCount } from "../detection.js";
import { NumberInput } from "./fields.js";
import { RemoveIcon } from "./icons.js";

const NUMBERS = [
  ["at_least", "At least", "1"], ["at_most", "At most", "1"], ["minimum_score", "Least score", "any"],
  ["minimum_size_px", "Size from, px", "any"], ["maximum_size_px", "Size to, px", "any"],
];

/** A number, or nothing: null, where the rule may leave it out. */
function OptionalNumber({ rule, name, label, step, wrong, onChange }) {
  const empty = name === "at_least" ? 0 : null;
  const set = (value) => onChange({ ...rule, [name]: value });
  return html`<td class=${wrong ? "wrong" : ""}>
    <${NumberInput} label=${`${label}, ${rule.name}`} value=${rule[name]} step=${step} onChange=${set} onEmpty=${() => set(empty)} /></td>`;
}

function Rule({ rule, classes, taken, problems, drawing, onDraw, onChange, onRemove }) {
  const unknown = classes && !classes.includes(rule.name) ? `The detector doesn't know ${rule.name}.` : null;
  const said = [unknown, ...Object.values(problems)].filter(Boolean);
  const offered = (classes ?? [rule.name]).filter((name) => name === rule.name || !taken.has(name));
  return html`
    <tr data-testid=${`rule-${rule.name}`}>
      <td class=${unknown ? "wrong" : ""}>
        <select aria-label="Class" value=${rule.name} onChange=${(event) => onChange({ ...rule, name: event.target.value })}>
          ${[...(unknown ? [rule.name] : []), ...offered].map((name) => html`<option key=${name} value=${name} selected=${name === rule.name}>${name}</option>`)}
        </select></td>
      ${NUMBERS.map(([name, label, step]) => html`
        <${OptionalNumber} key=${name} rule=${rule} name=${name} label=${label} step=${step} wrong=${problems[name]} onChange=${onChange} />`)}
      <td><button class="wide-button" aria-pressed=${drawing} aria-label=${`Zone of ${rule.name}`} onClick=${onDraw}>${rule.zone ? "Zone" : "Anywhere"}</button></td>
      <td><button class="icon plain" aria-label=${`Remove the rule for ${rule.name}`} onClick=${onRemove}><${RemoveIcon} size=${22} /></button></td>
    </tr>
    <tr><td colspan="8" class=${said.length ? "problem" : "quiet small rule-words"} role=${said.length ? "alert" : null}>
      ${said.length ? said.join(" ") : `${rule.name}: ${sayCount(rule)}`}</td></tr>`;
}

function Drawing({ rule, onChange, onDone }) {
  return html`
    <div class="message across">
      <p>Draw on the picture where <b>${rule.name}</b> counts: its box's middle has to lie in the zone.</p>
      ${rule.zone && html`<button onClick=${() => onChange({ ...rule, zone: null })}>Anywhere</button>`}
      <button onClick=${onDone}>Done</button>
    </div>`;
}

/** `zoneOf` is the number of the rule whose zone is being drawn, null when none is. */
export function DetectionRules({ detection, detectors, problems, zoneOf, onZone, onChange }) {
  if (!detection) return null;
  const { rules } = detection;
  const classes = classesOf(detection, detectors);
  const taken = new Set(rules.map(({ name }) => name));
  const free = (classes ?? []).find((name) => !taken.has(name));
  const setRules = (next) => onChange({ ...detection, rules: next });
  const setRule = (index) => (rule) => setRules(rules.with(index, rule));
  const all = problemsAt(problems, "rules")[""];
  return html`
    <section class="detection-rules" aria-label="Rules">
      ${zoneOf !== null && rules[zoneOf] && html`<${Drawing} rule=${rules[zoneOf]} onChange=${setRule(zoneOf)} onDone=${() => onZone(null)} />`}
      ${rules.length > 0 && html`
        <div class="table-frame"><table class="rules-table" data-testid="rules">
          <thead><tr><th scope="col">Class</th>${NUMBERS.map(([name, label]) => html`<th key=${name} scope="col">${label}</th>`)}
            <th scope="col">Where</th><td></td></tr></thead>
          <tbody>${rules.map((rule, index) => html`
            <${Rule} key=${index} rule=${rule} classes=${classes} taken=${taken} problems=${problemsAt(problems, `rules.${index}`)}
              drawing=${zoneOf === index} onDraw=${() => onZone(zoneOf === index ? null : index)}
              onChange=${setRule(index)} onRemove=${() => { onZone(null); setRules(rules.toSpliced(index, 1)); }} />`)}</tbody>
        </table></div>`}
      ${all && html`<p class="problem" role="alert">${all}</p>`}
      <div class="button-row"><button disabled=${!free} onClick=${() => setRules([...rules, { ...NEW_RULE, name: free }])}>Add a rule</button>
        ${!rules.length && html`<p class="quiet small">Without a rule, what is found is shown and makes no part NG.</p>`}</div>
    </section>`;
}
