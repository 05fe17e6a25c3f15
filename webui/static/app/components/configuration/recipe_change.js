// What another recipe would change on the line, before it is applied.
import { html, useState } from "../../preact.js";
import { recipeDifferences } from "../../pure/recipe_comparison.js";
import { attempt } from "../../state/notices.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";
import { CloseIcon } from "../shared/icons.js";
import { useModal } from "../shared/modal.js";
import { DifferenceTable } from "./recipe_differences.js";

/**
 * @typedef {{
 *   title: string,
 *   recipe: Recipe,
 *   column: string,
 *   action: string,
 *   apply: () => Promise<unknown>,
 * }} ProposedRecipe what is to run, the heading of its column, and how it is applied
 */

/** @param {{running: Recipe, proposed: ProposedRecipe, onClose: () => unknown}} props */
export function RecipeChange({ running, proposed, onClose }) {
  const { title, recipe, column, action, apply } = proposed;
  const dialog = useModal();
  const [busy, setBusy] = useState(false);
  const close = () => dialog.current?.close();
  const confirm = async () => {
    setBusy(true);
    const applied = await attempt(async () => {
      await apply();
      return true;
    });
    setBusy(false);
    if (applied) close();
  };
  const renamed = recipe.name !== running.name;
  return html`
    <dialog ref=${dialog} class="why wide" aria-label=${title} data-testid="recipe-change" onClose=${onClose}>
      <div class="why-body">
        <button class="icon plain close" aria-label=${text("close")} onClick=${close}><${CloseIcon} /></button>
        <h2>${title}</h2>
        <p>${
          renamed
            ? richText("recipe-change-other", { name: recipe.name, running: running.name, action })
            : richText("recipe-change-same", { name: recipe.name, action })
        }</p>
        <${DifferenceTable} differences=${recipeDifferences(running, recipe)} before=${text("recipe-active-now")} after=${column}
          same=${text("recipe-change-none")} />
        <div class="foot-row">
          <button class="primary" disabled=${busy} onClick=${confirm}>${busy ? text("recipe-one-moment") : action}</button>
          <button class="tall" onClick=${close}>${text("cancel")}</button>
        </div>
      </div>
    </dialog>`;
}
