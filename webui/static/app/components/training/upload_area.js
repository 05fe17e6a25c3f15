import { html } from "../../preact.js";
import { takeFiles } from "../shared/field_events.js";
import { useFileDrop } from "../shared/file_drop.js";

/**
 * Takes files that are dropped on it or chosen.
 * @param {{label: Label | null, disabled: boolean, onFiles: Setter<File[]>}} props
 */
export function UploadArea({ label, disabled, onFiles }) {
  const { over, handlers } = useFileDrop(disabled, onFiles);
  return html`
    <label class=${`upload ${over ? "over" : ""} ${disabled ? "disabled" : ""}`}
      ...${handlers}>
      <input class="visually-hidden" type="file" multiple accept="image/png,image/jpeg,image/tiff,image/bmp"
        disabled=${disabled} onChange=${takeFiles(onFiles)} />
      <span>${disabled ? "Choose Normal or Anomaly before adding files" : html`Drop pictures here or <u>choose files</u>; they will be added as <b>${label}</b>`}</span>
    </label>`;
}
