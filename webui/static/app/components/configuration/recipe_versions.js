// The versions of the active recipe: who made each, when and what for; each can be compared.
import { html, useState } from "../../preact.js";
import { showDateTime } from "../../pure/format.js";
import { useAnswer } from "../../state/answer.js";
import { RecipeComparison } from "./recipe_comparison.js";

/** @param {{running: RecipeVersion, onRestored: () => unknown}} props */
export function RecipeVersions({ running, onRestored }) {
  const { name } = running.recipe;
  const [compared, setCompared] = useState(/** @type {number | null} */ (null));
  const versions = useAnswer(`recipes/${name}/versions`, running.version).answer?.versions ?? [];
  if (versions.length < 2) return null;
  return html`
    <details data-testid="versions"><summary>Versions of ${name}</summary>
      <ul class="rows">
        ${versions.map(
          ({ version, created_at, author, recipe }) => html`
          <li key=${version}><div><b>Version ${version}</b>
              <p class="quiet small">${showDateTime(created_at)}, ${author}</p>
              ${recipe.note && html`<p class="small">${recipe.note}</p>`}</div>
            ${
              version === running.version
                ? html`<span class="tag">active</span>`
                : html`<button aria-label=${`Compare version ${version}`} onClick=${() => setCompared(version)}>Compare</button>`
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
