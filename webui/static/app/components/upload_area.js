import { html, useState } from "../preact.js";

/** Takes files that are dropped on it or chosen. */
export function UploadArea({ label, disabled, onFiles }) {
  const [over, setOver] = useState(false);
  const hover = (inside) => (event) => { event.preventDefault(); setOver(inside && !disabled); };
  const drop = (event) => {
    event.preventDefault();
    setOver(false);
    if (!disabled) onFiles([...event.dataTransfer.files]);
  };
  const choose = (event) => { onFiles([...event.target.files]); event.target.value = ""; };
  return html`
    <label class=${`upload ${over ? "over" : ""} ${disabled ? "disabled" : ""}`}
      onDragOver=${hover(true)} onDragLeave=${hover(false)} onDrop=${drop}>
      <input class="visually-hidden" type="file" multiple accept="image/png,image/jpeg,image/tiff,image/bmp"
        disabled=${disabled} onChange=${choose} />
      <span>${disabled ? "Choose Normal or Anomaly to add files" : html`Drop pictures here or <u>choose files</u>; they are added as <b>${label}</b>`}</span>
    </label>`;
}
