import { address } from "../../api.js";
import { html } from "../../preact.js";
import { text } from "../../texts/texts.js";

/**
 * The saved preparation as files: TOML, a Python script, and a prepared picture.
 * @param {{dataset: string, version: number | undefined, changed: boolean, picture: Picture}} props
 */
export function PreparationFiles({ dataset, version, changed, picture }) {
  return html`
    <div role="group" aria-labelledby="preparation-export">
      <p class="field-label" id="preparation-export">${text("preparation-export")}</p>
      ${
        version
          ? html`<div class="preparation-kinds">
          <a class="button" href=${address.preparationFile(dataset, "toml")} download>TOML</a>
          <a class="button" href=${address.preparationFile(dataset, "python")} download>${text("preparation-python")}</a>
          <a class="button" href=${address.prepared(picture.picture_id)} download>${text("preparation-png")}</a></div>
        ${changed && html`<p class="quiet small">${text("preparation-export-unsaved")}</p>`}`
          : html`<p class="quiet small">${text("preparation-export-none")}</p>`
      }
    </div>`;
}
