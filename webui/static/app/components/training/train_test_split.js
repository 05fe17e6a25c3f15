import { html } from "../../preact.js";
import { showPercent } from "../../pure/format.js";
import { text } from "../../texts/texts.js";

const SHARES = [0.1, 0.2, 0.3];

/**
 * Sets pictures aside for testing: batches and near duplicates stay together.
 * @param {{onSplit: Setter<number>}} props
 */
export function TrainTestSplit({ onSplit }) {
  return html`
    <div class="field"><span class="field-label">${text("split-aside")}</span>
      <div class="button-row">
        ${SHARES.map((share) => html`<button key=${share} onClick=${() => onSplit(share)}>${showPercent(share, 0)}</button>`)}
      </div>
      <p class="quiet small">${text("split-aside-words")}</p>
    </div>`;
}
