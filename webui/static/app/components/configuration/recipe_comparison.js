// Two versions of a recipe side by side, of which the first can be restored.

import { post } from "../../api.js";
import { html, useState } from "../../preact.js";
import { showDateTime } from "../../pure/format.js";
import { recipeDifferences } from "../../pure/recipe_comparison.js";
import { withConsent } from "../../state/consent.js";
import { refreshStatus } from "../../state/events.js";
import { notify } from "../../state/notices.js";
import { Button } from "../shared/button.js";
import { ChoiceField } from "../shared/fields.js";
import { CloseIcon } from "../shared/icons.js";
import { useModal } from "../shared/modal.js";
import { ReasonDialog } from "../shared/reason_dialog.js";
import { DifferenceTable } from "./recipe_differences.js";

const REASONS = ["Good parts were rejected", "Bad parts were accepted", "Changed by mistake"];
const LONGEST_REASON = 400;

/** @param {{of: RecipeVersion}} props */
function Heading({ of: { version, created_at, author } }) {
  return html`Version ${version}<span class="quiet small">${showDateTime(created_at)}, ${author}</span>`;
}

/** @param {{one: RecipeVersion, other: RecipeVersion}} props */
function Differences({ one, other }) {
  return html`
    <${DifferenceTable} differences=${recipeDifferences(one.recipe, other.recipe)} same="These versions have the same settings."
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
    `${version}${version === running.version ? " (active)" : ""}`,
  ]);
  /** @param {string} why */
  const restore = async (why) => {
    const applied = await withConsent((anyway) =>
      post(`recipes/${name}/restore`, { version: chosen, why, anyway }),
    );
    await refreshStatus();
    notify(
      `${name} version ${chosen} is restored as version ${applied.recipe.version}, which is now active.`,
    );
    onRestored();
    onClose();
  };
  return html`
    <dialog ref=${dialog} class="why wide" aria-label=${`Versions of ${name}`} data-testid="comparison" onClose=${onClose}>
      <div class="why-body">
        <button class="icon plain close" aria-label="Close" onClick=${() => dialog.current?.close()}><${CloseIcon} /></button>
        <h2>Versions of ${name}</h2>
        <div class="pair">
          <${ChoiceField} label="Compare version" value=${chosen} options=${options} onChange=${(/** @type {string} */ number) => setChosen(Number(number))} />
          <${ChoiceField} label="with version" value=${against} options=${options} onChange=${(/** @type {string} */ number) => setAgainst(Number(number))} />
        </div>
        <${Differences} one=${stored(chosen)} other=${stored(against)} />
        <${Button} class="primary" whyNot=${chosen === running.version && "This version is active. Choose another one to restore it."} onClick=${() => setAsking(true)}>Restore version ${chosen}<//>
      </div>
      ${
        asking &&
        html`
        <${ReasonDialog} title=${`Restore version ${chosen} of ${name}`} presets=${REASONS} action="Restore"
          maxlength=${LONGEST_REASON} required onDone=${restore} onClose=${() => setAsking(false)}>
          <p>Its settings become a new version of the recipe, which runs from now on. Your name and the reason are recorded.</p>
        <//>`
      }
    </dialog>`;
}
