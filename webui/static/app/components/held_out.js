import { html } from "../preact.js";
import { showCount } from "../format.js";
import { DefectTypes } from "./defect_types.js";
import { percent } from "./false_rejects.js";

const between = (interval) => `between ${percent(interval.low)} and ${percent(interval.high)} with 95 % confidence`;

/** What the finished model makes of the pictures that a person put aside as its test. */
export function HeldOut({ found }) {
  return html`
    <section class="price" data-testid="held-out">
      <h3>On the pictures put aside for testing</h3>
      ${found.normal > 0 && html`<p><b>${showCount(found.rejected)}</b> of ${showCount(found.normal)} good ones rejected
        (${between(found.rejected_interval)}).</p>`}
      ${found.anomaly > 0 && html`<p><b>${showCount(found.caught)}</b> of ${showCount(found.anomaly)} defective ones caught
        (${between(found.caught_interval)}).</p>`}
      ${found.defect_types.length > 0 && html`<${DefectTypes} types=${found.defect_types} />`}
      <p class="small quiet">Neither the model nor its threshold knew them; all other figures are without them.</p>
    </section>`;
}
