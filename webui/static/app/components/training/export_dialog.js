import { address } from "../../api.js";
import { html, useState } from "../../preact.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";
import { TextField } from "../shared/fields.js";
import { CloseIcon } from "../shared/icons.js";
import { useModal } from "../shared/modal.js";
import { RadioGroup } from "../shared/radio_group.js";

const FORMATS = /** @type {const} */ (["manifest", "folders", "mvtec"]);

/**
 * Downloads a dataset as a zip, in a layout that other programs read.
 * @param {{dataset: string, counts: Omit<Dataset, "name">, onClose: () => unknown}} props
 */
export function ExportDialog({ dataset, counts, onClose }) {
  const dialog = useModal();
  const [format, setFormat] = useState("manifest");
  const [place, setPlace] = useState("");
  const pictures = counts.normal + counts.anomaly;
  const close = () => dialog.current?.close();
  return html`
    <dialog ref=${dialog} class="exchange" aria-label=${text("export-title")} data-testid="export" onClose=${onClose}>
      <button class="icon plain close" aria-label=${text("close")} onClick=${close}><${CloseIcon} /></button>
      <div class="exchange-body">
        <h2>${text("export-dataset", { dataset })}</h2>
        <p class="quiet">${text("export-words", { count: pictures, masked: counts.masked })}</p>
        <${RadioGroup} look="format-choice" label=${text("export-layout")} value=${format} onChange=${setFormat}
          options=${FORMATS.map((name) => [name, html`<b>${text(`export-layout-${name}`)}</b><span class="small">${text(`export-words-${name}`)}</span>`])} />
        ${
          format === "manifest" &&
          html`<${TextField} label=${text("export-s3")} placeholder="s3://bucket/folder" value=${place} onChange=${setPlace} autocapitalize="off" spellcheck=${false} />`
        }
        <a class="button primary" download href=${address.datasetExport(dataset, format, format === "manifest" ? place.trim() : "")} onClick=${() => setTimeout(close)}>${text("export-download")}</a>
        <p class="quiet small">${richText("export-large", {})}</p>
      </div>
    </dialog>`;
}
