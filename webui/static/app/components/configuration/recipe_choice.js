import { address, get, post, request } from "../../api.js";
import { html, useState } from "../../preact.js";
import { showDateTime } from "../../pure/format.js";
import { nameProblem, normalizedName } from "../../pure/names.js";
import { useAnswer } from "../../state/answer.js";
import { withConsent } from "../../state/consent.js";
import { refreshStatus } from "../../state/events.js";
import { attempt, notify } from "../../state/notices.js";
import { text } from "../../texts/texts.js";
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
        title: text("recipe-activate-it", { name: recipeName, version: `${version}` }),
        recipe: stored,
        column: text("recipe-version", { version: `${version}` }),
        action: text("recipe-activate"),
        apply: async () => {
          await withConsent((anyway) =>
            post(`recipes/${recipeName}/activate`, { version, anyway }),
          );
          await refreshStatus();
          notify(text("recipe-activated", { name: recipeName, version: `${version}` }));
          onChange(null);
        },
      });
    });
  /** @param {File[]} files */
  const proposeFile = ([file]) =>
    attempt(async () => {
      const toml = await file.text();
      const checked = await request("POST", "recipes/check", { text: toml });
      setProposed({
        title: text("recipe-import-it", { file: file.name }),
        recipe: await checked.json(),
        column: text("recipe-import-column"),
        action: text("apply"),
        apply: async () => {
          const answer = await withConsent((anyway) =>
            request("POST", `recipes/import?anyway=${anyway}`, { text: toml }),
          );
          /** @type {AppliedRecipe} */
          const { recipe: applied } = await answer.json();
          await refreshStatus();
          notify(
            text("recipe-imported", {
              name: applied.recipe.name,
              version: `${applied.version}`,
            }),
          );
          onChange(null);
        },
      });
    });

  return html`
    <${NumberField} label=${text("recipe-threshold")} value=${recipe.threshold} changed=${changed("threshold")}
      onChange=${(/** @type {number} */ value) => onChange({ ...recipe, threshold: value || null })}
      hint=${text("recipe-threshold-hint")} />
    <${NumberField} label=${text("recipe-review-distance")} value=${recipe.review_distance} changed=${changed("review_distance")}
      onChange=${(/** @type {number} */ value) => onChange({ ...recipe, review_distance: value })}
      hint=${text("recipe-review-distance-hint")} />
    <${NumberField} label=${text("recipe-number")} step="1" value=${recipe.number ?? null} changed=${changed("number")}
      onChange=${(/** @type {number} */ value) => onChange({ ...recipe, number: value || null })}
      hint=${text("recipe-number-hint")} />
    <ul class="rows">
      ${recipes.map(
        (entry) => html`
        <li key=${entry.name}><div><b dir="auto">${entry.name}</b>
            <p class="quiet small">${text("recipe-latest", { version: `${entry.version}`, at: showDateTime(entry.created_at), author: entry.author })}</p></div>
          ${
            running && entry.name === current
              ? html`<span class="tag">${text("recipe-active-version", { version: `${running.version}` })}</span>`
              : html`<button onClick=${() => proposeStored(entry.name)}>${text("recipe-activate")}</button>`
          }</li>`,
      )}
    </ul>
    ${running && html`<${RecipeVersions} running=${running} onRestored=${() => onChange(null)} />`}
    <div class="inline-form">
      <${NameField} label=${text("recipe-new")} value=${name} onChange=${setName} placeholder=${text("recipe-new-example")} />
      <${Button} whyNot=${nameProblem(name) && text(name ? "recipe-new-bad-name" : "recipe-new-no-name")} onClick=${() => {
        // No two recipes have the same number.
        onChange({ ...recipe, name: normalizedName(name), number: null });
        setName("");
      }}>${text("copy")}<//>
    </div>
    <div class="button-row">
      ${running && html`<a class="button" href=${address.toml(running.recipe.name, running.version)} download=${`${current}.toml`}>${text("recipe-export")}</a>`}
      <label class="button">${text("recipe-import")}<input class="visually-hidden" type="file" accept=".toml,text/plain" onChange=${takeFiles(proposeFile)} /></label>
    </div>
    ${proposed && html`<${RecipeChange} running=${running?.recipe ?? recipe} proposed=${proposed} onClose=${() => setProposed(null)} />`}`;
}
