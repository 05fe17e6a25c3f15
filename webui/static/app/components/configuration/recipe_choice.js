import { address, get, post, request } from "../../api.js";
import { html, useState } from "../../preact.js";
import { showDateTime } from "../../pure/format.js";
import { nameProblem, normalizedName } from "../../pure/names.js";
import { useAnswer } from "../../state/answer.js";
import { withConsent } from "../../state/consent.js";
import { refreshStatus } from "../../state/events.js";
import { attempt, notify } from "../../state/notices.js";
import { Button } from "../shared/button.js";
import { takeFiles } from "../shared/field_events.js";
import { NumberField } from "../shared/fields.js";
import { NameField } from "../shared/name_field.js";
import { RecipeChange } from "./recipe_change.js";
import { RecipeVersions } from "./recipe_versions.js";

/** @import { ProposedRecipe } from "./recipe_change.js" */

/**
 * The threshold, and the recipes of the station: the active one, its versions, a copy under a new
 * name, TOML in and out.
 * @param {{
 *   running: StationStatus["recipe"] | undefined,
 *   recipe: Recipe,
 *   onChange: Setter<Recipe | null>,
 *   changed: IsChanged,
 * }} props
 */
export function RecipeChoice({ running, recipe, onChange, changed }) {
  const [name, setName] = useState("");
  const [proposed, setProposed] = useState(/** @type {ProposedRecipe | null} */ (null));
  const current = running?.recipe.name;
  const recipes = useAnswer("recipes", current, running?.version).answer?.recipes ?? [];

  /** @param {string} recipeName */
  const proposeStored = (recipeName) =>
    attempt(async () => {
      const { recipe: stored, version } = await get(`recipes/${recipeName}`);
      setProposed({
        title: `Activate ${recipeName} version ${version}?`,
        recipe: stored,
        column: `Version ${version}`,
        action: "Activate",
        apply: async () => {
          await withConsent((anyway) =>
            post(`recipes/${recipeName}/activate`, { version, anyway }),
          );
          await refreshStatus();
          notify(`${recipeName} version ${version} is now active.`);
          onChange(null);
        },
      });
    });
  /** @param {File[]} files */
  const proposeFile = ([file]) =>
    attempt(async () => {
      const text = await file.text();
      const checked = await request("POST", "recipes/check", { text });
      setProposed({
        title: `Import ${file.name}?`,
        recipe: await checked.json(),
        column: "In the file",
        action: "Apply",
        apply: async () => {
          const answer = await withConsent((anyway) =>
            request("POST", `recipes/import?anyway=${anyway}`, { text }),
          );
          const applied = await answer.json();
          await refreshStatus();
          notify(
            `Imported ${applied.recipe.recipe.name} as version ${applied.recipe.version}, which is now active.`,
          );
          onChange(null);
        },
      });
    });

  return html`
    <${NumberField} label="Threshold" value=${recipe.threshold} changed=${changed("threshold")}
      onChange=${(/** @type {number} */ value) => onChange({ ...recipe, threshold: value || null })}
      hint="Scores above it are NG. 0: use the trained threshold." />
    <${NumberField} label="Review distance" value=${recipe.review_distance} changed=${changed("review_distance")}
      onChange=${(/** @type {number} */ value) => onChange({ ...recipe, review_distance: value })}
      hint="Parts whose score is this close to the threshold are marked for review. 0: none. To restore the trained width, use the Model page." />
    <${NumberField} label="Number for the PLC" step="1" value=${recipe.number ?? null} changed=${changed("number")}
      onChange=${(/** @type {number} */ value) => onChange({ ...recipe, number: value || null })}
      hint="A PLC selects the recipe by this number, from 1 to 65535. 0: none." />
    <ul class="rows">
      ${recipes.map(
        (entry) => html`
        <li key=${entry.name}><div><b dir="auto">${entry.name}</b>
            <p class="quiet small">latest: version ${entry.version}, ${showDateTime(entry.created_at)}, ${entry.author}</p></div>
          ${
            running && entry.name === current
              ? html`<span class="tag">version ${running.version} active</span>`
              : html`<button onClick=${() => proposeStored(entry.name)}>Activate</button>`
          }</li>`,
      )}
    </ul>
    ${running && html`<${RecipeVersions} running=${running} onRestored=${() => onChange(null)} />`}
    <div class="inline-form">
      <${NameField} label="New recipe from these settings" value=${name} onChange=${setName} placeholder="for example cover left" />
      <${Button} whyNot=${nameProblem(name) && (name ? "Change the name first." : "Enter a name to copy these settings.")} onClick=${() => {
        // No two recipes have the same number.
        onChange({ ...recipe, name: normalizedName(name), number: null });
        setName("");
      }}>Copy<//>
    </div>
    <div class="button-row">
      ${running && html`<a class="button" href=${address.toml(running.recipe.name, running.version)} download=${`${current}.toml`}>Export TOML</a>`}
      <label class="button">Import TOML<input class="visually-hidden" type="file" accept=".toml,text/plain" onChange=${takeFiles(proposeFile)} /></label>
    </div>
    ${proposed && html`<${RecipeChange} running=${running?.recipe ?? recipe} proposed=${proposed} onClose=${() => setProposed(null)} />`}`;
}
