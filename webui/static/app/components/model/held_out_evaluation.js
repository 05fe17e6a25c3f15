import { html } from "../../preact.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";
import { DefectTypes } from "./defect_types.js";
import { percents } from "./false_rejects.js";

/**
 * How the finished model does on the pictures that were set aside for testing.
 * @param {{heldOut: NonNullable<AnomalyManifest["held_out"]>}} props
 */
export function HeldOutEvaluation({ heldOut }) {
  const { normal, rejected, rejected_interval, anomaly, caught, caught_interval } = heldOut;
  return html`
    <section class="price" data-testid="held-out">
      <h3>${text("metrics-held-out")}</h3>
      ${
        rejected_interval &&
        html`<p>${richText("metrics-held-out-rejected", { rejected, normal, ...percents(rejected_interval) })}</p>`
      }
      ${
        caught_interval &&
        html`<p>${richText("metrics-held-out-caught", { caught, anomaly, ...percents(caught_interval) })}</p>`
      }
      ${heldOut.defect_types.length > 0 && html`<${DefectTypes} types=${heldOut.defect_types} />`}
      <p class="small quiet">${text("metrics-held-out-words")}</p>
    </section>`;
}
