// Changes that were not applied when the page was left: to be continued or discarded.
import { html } from "../../preact.js";
import { showRecentMinute } from "../../pure/format.js";
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
  return html`
    <section class="left-draft" data-testid="left-draft">
      <h2>Unsaved changes from ${showRecentMinute(changedAt, new Date())}</h2>
      <p>They were made in this browser and not applied. The station inspects without them.</p>
      ${
        overtaken &&
        html`<p class="message warning">The station's recipe has changed since: the changes began from ${overtaken.from ?? "no recipe"}, and
          ${overtaken.running ?? "no recipe"} is active now. Check them before you apply them.</p>`
      }
      <${DifferenceTable} differences=${differences} before="Active now" after="With the changes" />
      <div class="foot-row">
        <button class="primary" onClick=${onResume}>Continue</button>
        <button class="tall" onClick=${onDiscard}>Discard</button>
      </div>
    </section>`;
}
