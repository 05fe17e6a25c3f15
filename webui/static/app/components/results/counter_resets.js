// Resets of counters: who, when and why; and the button for another one.
import { post } from "../../api.js";
import { html, useState } from "../../preact.js";
import { showDateTime } from "../../pure/format.js";
import { useAnswer } from "../../state/answer.js";
import { notify } from "../../state/notices.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";
import { ChoiceField } from "../shared/fields.js";
import { ReasonDialog } from "../shared/reason_dialog.js";

const LISTED = 20;
const ALL = "";
const reasons = () => [
  text("results-reset-new-lot"),
  text("results-reset-new-tool"),
  text("results-reset-trial"),
];

/** @param {{recipes: RecipeCounts[], onDone: () => unknown, onClose: () => unknown}} props */
function ResetDialog({ recipes, onDone, onClose }) {
  const [recipe, setRecipe] = useState(ALL);
  const options = recipes.flatMap(({ recipe: name }) => (name ? [[name, name]] : []));
  /** @param {string} why */
  const reset = async (why) => {
    await post("counters/reset", { recipe: recipe || null, why });
    notify(recipe ? text("results-reset-done", { recipe }) : text("results-reset-done-all"));
    onDone();
  };
  return html`
    <${ReasonDialog} title=${text("results-reset-counters")} presets=${reasons()} action=${text("results-reset")} required onDone=${reset} onClose=${onClose}>
      <p>${text("results-reset-words")}</p>
      <${ChoiceField} label=${text("results-reset-of")} value=${recipe} options=${[[ALL, text("results-all-recipes")], ...options]} onChange=${setRecipe} />
    <//>`;
}

/** @param {{recipes: RecipeCounts[], onReset: () => unknown}} props */
export function CounterResets({ recipes, onReset }) {
  const { last: page, reload } = useAnswer(`counters/resets?limit=${LISTED}`);
  const [asking, setAsking] = useState(false);
  const resets = page?.resets ?? [];
  const done = () => {
    reload();
    onReset();
  };
  return html`
    <div class="button-row"><button onClick=${() => setAsking(true)}>${text("results-reset-counters")}</button></div>
    ${
      resets.length > 0 &&
      html`
      <details><summary>${text("results-resets")}</summary>
        <ul class="rows" data-testid="resets">
          ${resets.map(
            ({ reset_id, recipe, author, why, reset_at }) => html`
            <li key=${reset_id}><div>${richText("results-reset-record", { recipe: recipe ?? text("results-all-recipes"), why })}
              <p class="quiet small">${showDateTime(reset_at)}, ${author}</p></div></li>`,
          )}
        </ul>
        ${resets.length === LISTED && html`<p class="quiet small">${text("results-newest-only", { count: LISTED })}</p>`}
      </details>`
    }
    ${asking && html`<${ResetDialog} recipes=${recipes} onDone=${done} onClose=${() => setAsking(false)} />`}`;
}
