import { html, useRef } from "../../preact.js";
import { question } from "../../state/consent.js";
import { useStore } from "../../state/store.js";
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
    <dialog ref=${dialog} class="why" aria-label="Use this model anyway?" data-testid="consent" onClose=${() => onAnswer(consents.current)}>
      <div class="why-body">
        <button class="icon plain close" aria-label="Close" onClick=${() => dialog.current?.close()}><${CloseIcon} /></button>
        <h2>Use this model anyway?</h2>
        ${objections.map((objection) => html`<p key=${objection} class="message fault">${objection}</p>`)}
        <p class="small quiet">If you use it anyway, your name and these warnings are recorded in the model history.</p>
        <div class="button-row">
          <button class="strong" onClick=${() => dialog.current?.close()}>Don't use it</button>
          <button onClick=${consent}>Use anyway</button>
        </div>
      </div>
    </dialog>`;
}

/** Asks before a model is used that its figures speak against. */
export function ConsentDialog() {
  const open = useStore(question);
  return open && html`<${Dialog} open=${open} />`;
}
