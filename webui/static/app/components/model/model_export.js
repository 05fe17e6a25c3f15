import { address, fetchFile } from "../../api.js";
import { html, useState } from "../../preact.js";
import { attempt, notify } from "../../state/notices.js";
import { text } from "../../texts/texts.js";
import { saveFile } from "../shared/save_file.js";

/**
 * A version as a signed package for other stations.
 * @param {{model: ModelVersion}} props
 */
export function ModelExport({ model }) {
  const [busy, setBusy] = useState(false);
  const file = `${model.name}-${model.version}.okng-model`;
  const write = async () => {
    setBusy(true);
    await attempt(async () => {
      saveFile(file, await fetchFile(address.package(model.name, model.version)));
      notify(text("model-export-done", { file }));
    });
    setBusy(false);
  };
  return html`
    <section class="card" aria-label=${text("model-export")}>
      <h2>${text("model-export-title")}</h2>
      <p class="quiet small">${text("model-export-words")}</p>
      <div class="button-row"><button disabled=${busy} onClick=${write}>${text(busy ? "model-export-running" : "model-export-start")}</button></div>
    </section>`;
}
