import { html } from "../../preact.js";
import { text } from "../../texts/texts.js";
import { VerdictPlate } from "../shared/verdict.js";

/** @import { Standing } from "../../pure/plate.js" */

/**
 * The verdict on the newest part, or on the one that is held, with the newest beside it.
 * @param {{newest: Inspection | undefined, isCaughtUp: boolean, held: Inspection | null, standing: Standing}} props
 */
export function Plates({ newest, isCaughtUp, held, standing }) {
  if (!held || !newest) {
    const none = text(isCaughtUp ? "plate-none" : "plate-loading");
    return html`<${VerdictPlate} inspection=${newest} standing=${standing} none=${none} />`;
  }
  const { isPresent } = standing;
  const caption = isPresent
    ? text("plate-newest", { number: `${newest.trigger_id}` })
    : standing.caption;
  const heldCaption = text("plate-held", { number: `${held.trigger_id}` });
  return html`
    <div class="plates">
      <${VerdictPlate} inspection=${held} standing=${{ isPresent: false, caption: heldCaption }} />
      <${VerdictPlate} inspection=${newest} standing=${{ isPresent, caption }} testid="newest-verdict" />
    </div>`;
}
