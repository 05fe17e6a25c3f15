import { html } from "../../preact.js";
import { text } from "../../texts/texts.js";
import { LABEL_SHAPES } from "../shared/icons.js";
import { useModal } from "../shared/modal.js";

/** @type {Label[]} */
const LABELS = ["normal", "anomaly"];

/**
 * Asks which label pictures get.
 * @param {{title: string, onChoose: Setter<Label>, onClose: () => unknown}} props
 */
export function LabelDialog({ title, onChoose, onClose }) {
  const dialog = useModal();
  /** @param {Label} label */
  const choose = (label) => {
    dialog.current?.close();
    onChoose(label);
  };
  return html`
    <dialog ref=${dialog} class="why" aria-label=${title} data-testid="label-dialog" onClose=${onClose}>
      <div class="why-body">
        <h2>${title}</h2>
        <div class="label-answers">
          ${LABELS.map(
            (label) => html`
            <button key=${label} class="tall" onClick=${() => choose(label)}><${LABEL_SHAPES[label]} size=${30} />${text(label)}</button>`,
          )}
        </div>
        <button class="plain" onClick=${() => dialog.current?.close()}>${text("cancel")}</button>
      </div>
    </dialog>`;
}
