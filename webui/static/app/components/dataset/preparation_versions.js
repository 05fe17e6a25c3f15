import { html } from "../../preact.js";
import { showDateTime } from "../../pure/format.js";
import { text } from "../../texts/texts.js";

/** @import { PreparationVersion } from "../../pure/preparation.js" */

/**
 * Who saved which version when; each can be brought back.
 * @param {{versions: PreparationVersion[], onRestore: Setter<number>}} props
 */
export function PreparationVersions({ versions, onRestore }) {
  if (!versions.length) return null;
  return html`
    <details class="history"><summary>${text("preparation-versions")}</summary>
      <ul class="rows" data-testid="preparation-versions">
        ${versions.map(
          ({ version, preparation, restores, author, saved_at }, index) => html`
          <li key=${version}>
            <div>${
              restores
                ? text("preparation-version-restored", {
                    version: String(version),
                    restored: String(restores),
                  })
                : text("preparation-version", {
                    version: String(version),
                    count: preparation.steps.length,
                  })
            }<p class="quiet small">${showDateTime(saved_at)}, ${author}</p></div>
            ${
              index === 0
                ? html`<span class="tag">${text("preparation-in-use")}</span>`
                : html`<button aria-label=${text("preparation-restore-version", { version: String(version) })} onClick=${() => onRestore(version)}>${text("preparation-restore")}</button>`
            }
          </li>`,
        )}
      </ul>
    </details>`;
}
