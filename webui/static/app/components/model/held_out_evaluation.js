import { html } from "../../preact.js";
import { showCount } from "../../pure/format.js";
import { DefectTypes } from "./defect_types.js";
import { percent } from "./false_rejects.js";

/** @param {Interval | null} interval */
const between = (interval) =>
  interval && `between ${percent(interval.low)} and ${percent(interval.high)} with 95 % confidence`;

/**
 * How the finished model does on the pictures that were set aside for testing.
 * @param {{heldOut: NonNullable<AnomalyManifest["held_out"]>}} props
 */
export function HeldOutEvaluation({ heldOut }) {
  return html`
    <section class="price" data-testid="held-out">
      <h3>On the test pictures</h3>
      ${
        heldOut.normal > 0 &&
        html`<p><b>${showCount(heldOut.rejected)}</b> of ${showCount(heldOut.normal)} good parts rejected
        (${between(heldOut.rejected_interval)}).</p>`
      }
      ${
        heldOut.anomaly > 0 &&
        html`<p><b>${showCount(heldOut.caught)}</b> of ${showCount(heldOut.anomaly)} defects caught
        (${between(heldOut.caught_interval)}).</p>`
      }
      ${heldOut.defect_types.length > 0 && html`<${DefectTypes} types=${heldOut.defect_types} />`}
      <p class="small quiet">They were used neither for training nor for the threshold, and all other metrics exclude them.</p>
    </section>`;
}
