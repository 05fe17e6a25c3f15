import { address } from "../../api.js";
import { html } from "../../preact.js";
import { showScore, showTime } from "../../pure/format.js";
import { text } from "../../texts/texts.js";
import { VerdictTag } from "../shared/verdict.js";

const WIDTH_PX = 160;

/**
 * The last parts, newest first; one can be held while the line goes on.
 * @param {{
 *   parts: RecordedPart[],
 *   held: Inspection | null,
 *   onHold: Setter<Inspection>,
 * }} props
 */
export function PartStrip({ parts, held, onHold }) {
  return html`
    <ol class="strip" aria-label=${text("strip")}>
      ${parts.map(
        ({ seq, inspection }) => html`
        <li key=${seq}>
          <button class=${`strip-part ${inspection.outcome}`} aria-pressed=${held?.inspection_id === inspection.inspection_id}
            onClick=${() => onHold(inspection)} title=${text("strip-part", { number: `${inspection.trigger_id}`, at: showTime(inspection.triggered_at) })}>
            ${
              inspection.picture_path
                ? html`<img src=${address.picture(inspection.inspection_id, WIDTH_PX)} loading="lazy" alt="" />`
                : html`<span class="no-picture" />`
            }
            <${VerdictTag} outcome=${inspection.outcome} />
            ${inspection.review && html`<span class="to-review" role="img" aria-label=${text("strip-to-review")} title=${text("strip-near-threshold")}>?</span>`}
            <span class="small quiet">${inspection.score === null ? "–" : showScore(inspection.score)}</span>
          </button>
        </li>`,
      )}
    </ol>`;
}
