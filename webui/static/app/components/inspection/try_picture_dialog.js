import { html, useState } from "../../preact.js";
import { text } from "../../texts/texts.js";
import { DropOverlay } from "../shared/drop_overlay.js";
import { CloseIcon } from "../shared/icons.js";
import { useModal } from "../shared/modal.js";
import { TryPicture } from "../shared/try_picture.js";

const zones = () => [
  { key: "try", title: text("try-picture-dialog-drop"), text: text("try-picture-dialog-words") },
];

/** @typedef {{model: ModelVersion, recipe: RecipeVersion | null}} Judges */

/** @param {Judges & {file: File | undefined, onClose: () => unknown}} props */
function TryPictureDialog({ model, recipe, file, onClose }) {
  const dialog = useModal();
  return html`
    <dialog ref=${dialog} class="exchange" aria-label=${text("try-picture-dialog")} data-testid="try-picture" onClose=${onClose}>
      <button class="icon plain close" aria-label=${text("close")} onClick=${() => dialog.current?.close()}><${CloseIcon} /></button>
      <${TryPicture} model=${model} recipe=${recipe} first=${recipe ? "recipe" : "model"} file=${file} />
    </dialog>`;
}

/**
 * A button, and the whole page as a place to drop a file: either has a picture judged.
 * @param {Judges} props
 */
export function TryPictureAction({ model, recipe }) {
  const [tried, setTried] = useState(/** @type {{file: File | undefined} | null} */ (null));
  return html`
    <button onClick=${() => setTried({ file: undefined })}>${text("try-picture-dialog")}</button>
    ${!tried && html`<${DropOverlay} zones=${zones()} onDrop=${(/** @type {string} */ _, /** @type {DataTransfer} */ { files }) => setTried({ file: files[0] })} />`}
    ${tried && html`<${TryPictureDialog} model=${model} recipe=${recipe} file=${tried.file} onClose=${() => setTried(null)} />`}`;
}
