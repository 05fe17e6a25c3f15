import { address } from "../../api.js";
import { html, useState } from "../../preact.js";
import { showCount } from "../../pure/format.js";
import { TextField } from "../shared/fields.js";
import { CloseIcon } from "../shared/icons.js";
import { useModal } from "../shared/modal.js";
import { RadioGroup } from "../shared/radio_group.js";

/** @type {[format: string, title: string, text: string][]} */
const FORMATS = [
  ["manifest", "Manifest", "Lookout for Vision's manifests, with pictures and masks"],
  ["folders", "Folders", "normal and anomaly, with masks beside them"],
  ["mvtec", "MVTec AD", "train, test and ground_truth, as anomalib reads them"],
];

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
    <dialog ref=${dialog} class="exchange" aria-label="Export pictures" data-testid="export" onClose=${onClose}>
      <button class="icon plain close" aria-label="Close" onClick=${close}><${CloseIcon} /></button>
      <div class="exchange-body">
        <h2>Export ${dataset}</h2>
        <p class="quiet">${showCount(pictures)} picture${pictures === 1 ? "" : "s"}, ${showCount(counts.masked)} with a mask, in one zip. An okng station imports any of these layouts again without losing anything.</p>
        <${RadioGroup} look="format-choice" label="Layout of the files" value=${format} onChange=${setFormat}
          options=${FORMATS.map(([value, title, text]) => [value, html`<b>${title}</b><span class="small">${text}</span>`])} />
        ${
          format === "manifest" &&
          html`<${TextField} label="Address in S3 where the files will be (optional)" placeholder="s3://bucket/folder" value=${place} onChange=${setPlace} autocapitalize="off" spellcheck=${false} />`
        }
        <a class="button primary" download href=${address.datasetExport(dataset, format, format === "manifest" ? place.trim() : "")} onClick=${() => setTimeout(close)}>Download the zip</a>
        <p class="quiet small">Datasets larger than 4 GB: <code>okng dataset export</code> on the station.</p>
      </div>
    </dialog>`;
}
