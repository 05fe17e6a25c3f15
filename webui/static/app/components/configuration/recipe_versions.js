// The versions of the active recipe: who made each, when and what for; each can be compared.
import { html, useState } from "../../preact.js";
import { showDateTime } from "../../pure/format.js";
import { useAnswer } from "../../state/answer.js";
import { text } from "../../texts/texts.js";
import { RecipeComparison } from "./recipe_comparison.js";

/** @param {{running: RecipeVersion, onRestored: () => unknown}} props */
export function RecipeVersions({ running, onRestored }) {
  const { name } = running.recipe;
  const [compared, setCompared] = useState(/** @type {number | null} */ (null));
  const versions = useAnswer(`recipes/${name}/versions`, running.version).answer?.versions ?? [];
  if (versions.length < 2) return null;
  return html`
    <details data-testid="versions"><summary>${text("recipe-versions", { name })}</summary>
      <ul class="rows">
        ${versions.map(
          ({ version, created_at, author, recipe }) => html`
          <li key=${version}><div><b>${text("recipe-version", { version: `${version}` })}</b>
              <p class="quiet small">${text("recipe-made", { at: showDateTime(created_at), author })}</p>
              ${recipe.note && html`<p class="small">${recipe.note}</p>`}</div>
            ${
              version === running.version
                ? html`<span class="tag">${text("recipe-active")}</span>`
                : html`<button aria-label=${text("recipe-compare-it", { version: `${version}` })} onClick=${() => setCompared(version)}>${text("recipe-compare")}</button>`
            }</li>`,
        )}
      </ul>
      ${
        compared !== null &&
        html`<${RecipeComparison} running=${running} versions=${versions} first=${compared}
          onRestored=${onRestored} onClose=${() => setCompared(null)} />`
      }
    </details>`;
}
