// Changes that were not applied when the page was left: to be continued or discarded.
import { html } from "../../preact.js";
import { showRecentMinute } from "../../pure/format.js";
import { versionOf, versionWords } from "../../pure/model_version.js";
import { text } from "../../texts/texts.js";
import { DifferenceTable } from "./recipe_differences.js";

/** @import { RecipeDifference } from "../../pure/recipe_comparison.js" */

/**
 * @param {{
 *   left: {
 *     changedAt: string,
 *     differences: RecipeDifference[],
 *     overtaken: {from: string | null, running: string | null} | null,
 *   },
 *   onResume: () => unknown,
 *   onDiscard: () => unknown,
 * }} props
 */
export function LeftDraft({ left, onResume, onDiscard }) {
  const { changedAt, differences, overtaken } = left;
  /** @param {string | null} version */
  const named = (version) => (version ? versionWords(versionOf(version)) : "none");
  return html`
    <section class="left-draft" data-testid="left-draft">
      <h2>${text("recipe-left", { at: showRecentMinute(changedAt, new Date()) })}</h2>
      <p>${text("recipe-left-words")}</p>
      ${
        overtaken &&
        html`<p class="message warning">${text("recipe-left-overtaken", { from: named(overtaken.from), running: named(overtaken.running) })}</p>`
      }
      <${DifferenceTable} differences=${differences} before=${text("recipe-active-now")} after=${text("recipe-left-column")} />
      <div class="foot-row">
        <button class="primary" onClick=${onResume}>${text("recipe-left-continue")}</button>
        <button class="tall" onClick=${onDiscard}>${text("discard")}</button>
      </div>
    </section>`;
}
