import { html } from "../../preact.js";
import { problemsAt } from "../../pure/problems.js";
import { text } from "../../texts/texts.js";
import { ChoiceField, TextField, TickField } from "../shared/fields.js";
import { RemoveIcon } from "../shared/icons.js";
import { Problem } from "../shared/problem.js";

/** @typedef {NonNullable<Recipe["challenge"]>} Challenge */
/** @typedef {Challenge["parts"][number]} Part */

/** @type {Challenge["at"]} */
const STARTS = ["recipe_start", "shift_start"];
/** @type {() => Challenge} */
const firstChallenge = () => ({
  at: STARTS,
  parts: [
    { name: text("challenge-good-part"), expected: "OK", failed_rule: null },
    { name: text("challenge-bad-part"), expected: "NG", failed_rule: null },
  ],
});
const NEW_PART = /** @type {const} */ ({ name: "", expected: "NG", failed_rule: null });
const EXPECTED = [
  ["OK", "OK"],
  ["NG", "NG"],
];

/**
 * @param {{
 *   part: Part,
 *   rules: string[],
 *   wrong: Record<string, string>,
 *   onChange: Setter<Part>,
 *   onRemove: (() => unknown) | null,
 * }} props
 */
function KnownPart({ part, rules, wrong, onChange, onRemove }) {
  const choices = [["", text("challenge-any-reason")], ...rules.map((rule) => [rule, rule])];
  return html`
    <fieldset class="group"><legend>${text("challenge-known-part")}</legend>
      <div class="pair">
        <${TextField} label=${text("challenge-part-name")} maxlength="64" value=${part.name}
          onChange=${(/** @type {string} */ name) => onChange({ ...part, name })} />
        <${ChoiceField} label=${text("challenge-part-expected")} value=${part.expected} options=${EXPECTED}
          onChange=${(/** @type {Part["expected"]} */ expected) => onChange({ ...part, expected, failed_rule: expected === "OK" ? null : part.failed_rule })} />
      </div>
      <${Problem} text=${wrong.name ?? wrong.expected ?? wrong[""]} />
      ${
        part.expected === "NG" &&
        rules.length > 0 &&
        html`<${ChoiceField} label=${text("challenge-part-rule")} value=${part.failed_rule ?? ""} options=${choices}
          onChange=${(/** @type {string} */ rule) => onChange({ ...part, failed_rule: rule || null })} />`
      }
      <${Problem} text=${wrong.failed_rule} />
      ${onRemove && html`<button class="plain" onClick=${onRemove}><${RemoveIcon} size=${20} />${text("challenge-part-remove")}</button>`}
    </fieldset>`;
}

/**
 * Which known parts the recipe asks for, and when.
 * @param {{recipe: Recipe, problems: Problems, onChange: Setter<Recipe>}} props
 */
export function ChallengeSettings({ recipe, problems, onChange }) {
  const { challenge } = recipe;
  /** @param {Challenge | null} next */
  const set = (next) => onChange({ ...recipe, challenge: next });
  const wrong = problemsAt(problems, "challenge");
  const rules = [...new Set(recipe.detection?.rules.map(({ name }) => name) ?? [])];
  return html`
    <section class="challenge-settings" aria-label=${text("challenge")}>
      <${TickField} label=${text("challenge-wanted")} value=${challenge !== null}
        onChange=${(/** @type {boolean} */ wanted) => set(wanted ? firstChallenge() : null)} />
      ${
        challenge &&
        html`
        <p class="quiet small">${text("challenge-wanted-words")}</p>
        ${STARTS.map(
          (
            start,
          ) => html`<${TickField} key=${start} label=${text(`challenge-at-${start}`)} value=${challenge.at.includes(start)}
            onChange=${(/** @type {boolean} */ wanted) =>
              set({
                ...challenge,
                at: STARTS.filter((name) =>
                  name === start ? wanted : challenge.at.includes(name),
                ),
              })} />`,
        )}
        ${challenge.parts.map(
          (part, index) => html`<${KnownPart} key=${index} part=${part} rules=${rules}
            wrong=${problemsAt(problems, `challenge.parts.${index}`)}
            onChange=${(/** @type {Part} */ next) => set({ ...challenge, parts: challenge.parts.with(index, next) })}
            onRemove=${
              challenge.parts.length > 1
                ? () => set({ ...challenge, parts: challenge.parts.toSpliced(index, 1) })
                : null
            } />`,
        )}
        <button onClick=${() => set({ ...challenge, parts: [...challenge.parts, NEW_PART] })}>${text("challenge-part-add")}</button>
        <${Problem} text=${wrong[""] ?? wrong.at ?? wrong.parts} />`
      }
    </section>`;
}
