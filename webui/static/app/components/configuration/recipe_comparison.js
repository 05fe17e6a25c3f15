// Two versions of a recipe side by side, of which the first can be restored.

import { post } from "../../api.js";
import { html, useState } from "../../preact.js";
import { showDateTime } from "../../pure/format.js";
import { recipeDifferences } from "../../pure/recipe_comparison.js";
import { withConsent } from "../../state/consent.js";
import { refreshStatus } from "../../state/events.js";
import { notify } from "../../state/notices.js";
import { text } from "../../texts/texts.js";
import { Button } from "../shared/button.js";
import { ChoiceField } from "../shared/fields.js";
import { CloseIcon } from "../shared/icons.js";
import { useModal } from "../shared/modal.js";
import { ReasonDialog } from "../shared/reason_dialog.js";
import { DifferenceTable } from "./recipe_differences.js";

const reasons = () => [
  text("recipe-restore-rejected"),
  text("recipe-restore-accepted"),
  text("recipe-restore-mistake"),
];
const LONGEST_REASON = 400;

/** @param {{of: RecipeVersion}} props */
function Heading({ of: { version, created_at, author } }) {
  return html`${text("recipe-version", { version: `${version}` })}<span class="quiet small">${text("recipe-made", { at: showDateTime(created_at), author })}</span>`;
}

/** @param {{one: RecipeVersion, other: RecipeVersion}} props */
function Differences({ one, other }) {
  return html`
    <${DifferenceTable} differences=${recipeDifferences(one.recipe, other.recipe)} same=${text("recipe-versions-same")}
      before=${html`<${Heading} of=${one} />`} after=${html`<${Heading} of=${other} />`} />`;
}

/**
 * @param {{
 *   running: RecipeVersion,
 *   versions: RecipeVersion[],
 *   first: number,
 *   onRestored: () => unknown,
 *   onClose: () => unknown,
 * }} props
 */
export function RecipeComparison({ running, versions, first, onRestored, onClose }) {
  const dialog = useModal();
  const [chosen, setChosen] = useState(first);
  const [against, setAgainst] = useState(running.version);
  const [asking, setAsking] = useState(false);
  const { name } = running.recipe;
  /** @param {number} number */
  const stored = (number) => versions.find(({ version }) => version === number) ?? running;
  const options = versions.map(({ version }) => [
    version,
    version === running.version
      ? text("recipe-version-active", { version: `${version}` })
      : `${version}`,
  ]);
  /** @param {string} why */
  const restore = async (why) => {
    const applied = await withConsent((anyway) =>
      post(`recipes/${name}/restore`, { version: chosen, why, anyway }),
    );
    await refreshStatus();
    notify(
      text("recipe-restored", {
        name,
        version: `${chosen}`,
        as: `${applied.recipe.version}`,
      }),
    );
    onRestored();
    onClose();
  };
  return html`
    <dialog ref=${dialog} class="why wide" aria-label=${text("recipe-versions", { name })} data-testid="comparison" onClose=${onClose}>
      <div class="why-body">
        <button class="icon plain close" aria-label=${text("close")} onClick=${() => dialog.current?.close()}><${CloseIcon} /></button>
        <h2>${text("recipe-versions", { name })}</h2>
        <div class="pair">
          <${ChoiceField} label=${text("recipe-compare-version")} value=${chosen} options=${options} onChange=${(/** @type {string} */ number) => setChosen(Number(number))} />
          <${ChoiceField} label=${text("recipe-with-version")} value=${against} options=${options} onChange=${(/** @type {string} */ number) => setAgainst(Number(number))} />
        </div>
        <${Differences} one=${stored(chosen)} other=${stored(against)} />
        <${Button} class="primary" whyNot=${chosen === running.version && text("recipe-restore-active")} onClick=${() => setAsking(true)}>${text("recipe-restore", { version: `${chosen}` })}<//>
      </div>
      ${
        asking &&
        html`
        <${ReasonDialog} title=${text("recipe-restore-of", { version: `${chosen}`, name })} presets=${reasons()} action=${text("restore")}
          maxlength=${LONGEST_REASON} required onDone=${restore} onClose=${() => setAsking(false)}>
          <p>${text("recipe-restore-words")}</p>
        <//>`
      }
    </dialog>`;
}
