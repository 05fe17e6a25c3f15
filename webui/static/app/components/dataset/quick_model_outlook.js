import { html } from "../../preact.js";
import { showFixed } from "../../pure/format.js";
import { text } from "../../texts/texts.js";

/** @import { QuickModelFigures as Model } from "../../state/quick_model.js" */

/**
 * Whether more pictures of the same kind help, as far as that can be told.
 * @param {{model: Model}} props
 */
export function QuickModelOutlook({ model: { improvement } }) {
  const words = improvement
    ? text(`growth-outlook-${improvement.outlook}`, {
        newest: improvement.newest,
        change: showFixed(improvement.change, 3),
        low: showFixed(improvement.interval.low, 3),
        high: showFixed(improvement.interval.high, 3),
      })
    : text("growth-no-outlook");
  return html`<p class="growth-outlook" data-testid="growth-outlook">${words}</p>`;
}
