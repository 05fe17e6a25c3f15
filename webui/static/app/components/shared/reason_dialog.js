import { html, useState } from "../../preact.js";
import { attempt } from "../../state/notices.js";
import { text } from "../../texts/texts.js";
import { Button } from "./button.js";
import { takeValue } from "./field_events.js";
import { CloseIcon } from "./icons.js";
import { useModal } from "./modal.js";

/**
 * Asks why before something that is recorded is done, or for other words by another `label`.
 * `presets` are words to tap, for hands in gloves; `onDone(why)` does it, and the dialog closes
 * unless that fails. `whyNot` is why that can't be done now. `children` stand above.
 * @param {{
 *   title: string,
 *   label?: string,
 *   placeholder?: string,
 *   maxlength?: number,
 *   presets: string[],
 *   action: string,
 *   whyNot?: string | false | null,
 *   required?: boolean,
 *   wide?: boolean,
 *   onDone: (why: string) => unknown,
 *   onClose: () => unknown,
 *   children?: Children,
 * }} props
 */
export function ReasonDialog({
  title,
  label = text("field-reason"),
  placeholder = text("field-own-words"),
  maxlength = 500,
  presets,
  action,
  whyNot,
  required,
  wide,
  onDone,
  onClose,
  children,
}) {
  const dialog = useModal();
  const [why, setWhy] = useState("");
  const [busy, setBusy] = useState(false);
  const done = async () => {
    setBusy(true);
    const succeeded = await attempt(async () => {
      await onDone(why.trim());
      return true;
    });
    setBusy(false);
    if (succeeded) dialog.current?.close();
  };
  return html`
    <dialog ref=${dialog} class=${`why ${wide ? "wide" : ""}`} aria-label=${title} data-testid="why" onClose=${onClose}>
      <div class="why-body">
        <button class="icon plain close" aria-label=${text("close")} onClick=${() => dialog.current?.close()}><${CloseIcon} /></button>
        <h2>${title}</h2>
        ${children}
        <div class="field"><span class="field-label" id="why-label">${label}</span>
          <div class="button-row">
            ${presets.map((words) => html`<button key=${words} aria-pressed=${why === words} onClick=${() => setWhy(words)}>${words}</button>`)}
          </div></div>
        <input aria-labelledby="why-label" maxlength=${maxlength} value=${why} placeholder=${placeholder}
          onInput=${takeValue(setWhy)} />
        <${Button} class="primary" disabled=${busy} whyNot=${whyNot || (required && !why.trim() && text("field-reason-first"))} onClick=${done}>${busy ? text("field-one-moment") : action}<//>
      </div>
    </dialog>`;
}
