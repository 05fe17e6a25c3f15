import { address, fetchFile } from "../../api.js";
import { html, useState } from "../../preact.js";
import { attempt, notify } from "../../state/notices.js";
import { saveFile } from "../shared/save_file.js";

/**
 * A version as a signed package for other stations.
 * @param {{model: ModelVersion}} props
 */
export function ModelExport({ model }) {
  const [busy, setBusy] = useState(false);
  const name = `${model.name}-${model.version}.okng-model`;
  const write = async () => {
    setBusy(true);
    await attempt(async () => {
      saveFile(name, await fetchFile(address.package(model.name, model.version)));
      notify(`${name} has been saved by the browser.`);
    });
    setBusy(false);
  };
  return html`
    <section class="card" aria-label="Export">
      <h2>Export for other stations</h2>
      <p class="quiet small">A signed file with this version and up to ten of its pictures, on which the other station proves that the
        model answers as it does here.</p>
      <div class="button-row"><button disabled=${busy} onClick=${write}>${busy ? "Preparing the file…" : "Export this version"}</button></div>
    </section>`;
}
