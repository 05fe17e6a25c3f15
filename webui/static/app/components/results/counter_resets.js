// Resets of counters: who, when and why; and the button for another one.
import { post } from "../../api.js";
import { html, useState } from "../../preact.js";
import { showDateTime } from "../../pure/format.js";
import { useAnswer } from "../../state/answer.js";
import { notify } from "../../state/notices.js";
import { ChoiceField } from "../shared/fields.js";
import { ReasonDialog } from "../shared/reason_dialog.js";

const LISTED = 20;
const REASONS = ["New lot", "New tool", "After a trial"];
const ALL = "";

/** @param {{recipes: RecipeCounts[], onDone: () => unknown, onClose: () => unknown}} props */
function ResetDialog({ recipes, onDone, onClose }) {
  const [recipe, setRecipe] = useState(ALL);
  const options = recipes.flatMap(({ recipe: name }) => (name ? [[name, name]] : []));
  /** @param {string} why */
  const reset = async (why) => {
    await post("counters/reset", { recipe: recipe || null, why });
    notify(`The counters of ${recipe || "all recipes"} begin anew.`);
    onDone();
  };
  return html`
    <${ReasonDialog} title="Reset counters" presets=${REASONS} action="Reset" required onDone=${reset} onClose=${onClose}>
      <p>No part is deleted. Your name and the reason are recorded.</p>
      <${ChoiceField} label="Counters of" value=${recipe} options=${[[ALL, "All recipes"], ...options]} onChange=${setRecipe} />
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
    <div class="button-row"><button onClick=${() => setAsking(true)}>Reset counters</button></div>
    ${
      resets.length > 0 &&
      html`
      <details><summary>Resets</summary>
        <ul class="rows" data-testid="resets">
          ${resets.map(
            ({ reset_id, recipe, author, why, reset_at }) => html`
            <li key=${reset_id}><div><b>${recipe ?? "All recipes"}</b>: ${why}
              <p class="quiet small">${showDateTime(reset_at)}, ${author}</p></div></li>`,
          )}
        </ul>
        ${resets.length === LISTED && html`<p class="quiet small">Only the newest ${LISTED} are shown.</p>`}
      </details>`
    }
    ${asking && html`<${ResetDialog} recipes=${recipes} onDone=${done} onClose=${() => setAsking(false)} />`}`;
}
