import { html, useRef } from "../../preact.js";
import { question } from "../../state/consent.js";
import { useStore } from "../../state/store.js";
import { text } from "../../texts/texts.js";
import { CloseIcon } from "../shared/icons.js";
import { useModal } from "../shared/modal.js";

/** @import { Question } from "../../state/consent.js" */

/** @param {{open: Question}} props */
function Dialog({ open: { objections, onAnswer } }) {
  const dialog = useModal();
  const consents = useRef(false);
  const consent = () => {
    consents.current = true;
    dialog.current?.close();
  };
  return html`
    <dialog ref=${dialog} class="why" aria-label=${text("consent")} data-testid="consent" onClose=${() => onAnswer(consents.current)}>
      <div class="why-body">
        <button class="icon plain close" aria-label=${text("close")} onClick=${() => dialog.current?.close()}><${CloseIcon} /></button>
        <h2>${text("consent")}</h2>
        ${objections.map((objection) => html`<p key=${objection} class="message fault">${objection}</p>`)}
        <p class="small quiet">${text("consent-recorded")}</p>
        <div class="button-row">
          <button class="strong" onClick=${() => dialog.current?.close()}>${text("consent-decline")}</button>
          <button onClick=${consent}>${text("consent-use")}</button>
        </div>
      </div>
    </dialog>`;
}

/** Asks before a model is used that its figures speak against. */
export function ConsentDialog() {
  const open = useStore(question);
  return open && html`<${Dialog} open=${open} />`;
}
