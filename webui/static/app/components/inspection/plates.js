import { html } from "../../preact.js";
import { VerdictPlate } from "../shared/verdict.js";

/** @import { Standing } from "../../pure/plate.js" */

/**
 * The verdict on the newest part, or on the one that is held, with the newest beside it.
 * @param {{newest: Inspection | undefined, isCaughtUp: boolean, held: Inspection | null, standing: Standing}} props
 */
export function Plates({ newest, isCaughtUp, held, standing }) {
  if (!held || !newest) {
    const none = isCaughtUp ? "No part yet" : "Loading…";
    return html`<${VerdictPlate} inspection=${newest} standing=${standing} none=${none} />`;
  }
  const { isPresent } = standing;
  const caption = isPresent ? `Newest: ${newest.trigger_id}` : standing.caption;
  return html`
    <div class="plates">
      <${VerdictPlate} inspection=${held} standing=${{ isPresent: false, caption: `HELD: part ${held.trigger_id}` }} />
      <${VerdictPlate} inspection=${newest} standing=${{ isPresent, caption }} testid="newest-verdict" />
    </div>`;
}
