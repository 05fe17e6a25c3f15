import { html, useState } from "../preact.js";
import { useModal } from "../modal.js";
import { attempt } from "../notices.js";
import { CloseIcon } from "./icons.js";

/**
 * Asks why before something that is recorded is done, or for other words by another `label`.
 * `presets` are words to tap, for hands in gloves; `onDone(why)` does it, and the dialog closes
 * unless that fails. `children` stand above.
 */
export function WhyDialog({ title, label = "Why", placeholder = "or in your own words", maxlength = 500, presets, action, disabled, required, onDone, onClose, children }) {
  const dialog = useModal();
  const [why, setWhy] = useState("");
  const [busy, setBusy] = useState(false);
  const done = async () => {
    setBusy(true);
    const succeeded = await attempt(async () => { await onDone(why.trim()); return true; });
    setBusy(false);
    if (succeeded) dialog.current?.close();
  };
  return html`
    <dialog ref=${dialog} class="why" aria-label=${title} data-testid="why" onClose=${onClose}>
      <div class="why-body">
        <button class="icon plain close" aria-label="Close" onClick=${() => dialog.current.close()}><${CloseIcon} /></button>
        <h2>${title}</h2>
        ${children}
        <div class="field"><span class="field-label" id="why-label">${label}</span>
          <div class="button-row">
            ${presets.map((text) => html`<button key=${text} aria-pressed=${why === text} onClick=${() => setWhy(text)}>${text}</button>`)}
          </div></div>
        <input aria-labelledby="why-label" maxlength=${maxlength} value=${why} placeholder=${placeholder}
          onInput=${(event) => setWhy(event.target.value)} />
        <button class="primary" disabled=${busy || disabled || (required && !why.trim())} onClick=${done}>${busy ? "One moment…" : action}</button>
      </div>
    </dialog>`;
}
