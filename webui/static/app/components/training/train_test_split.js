import { html } from "../../preact.js";

const SHARES = [0.1, 0.2, 0.3];

/**
 * Sets pictures aside for testing: batches and near duplicates stay together.
 * @param {{onSplit: Setter<number>}} props
 */
export function TrainTestSplit({ onSplit }) {
  return html`
    <div class="field"><span class="field-label">Set pictures aside for testing</span>
      <div class="button-row">
        ${SHARES.map((share) => html`<button key=${share} onClick=${() => onSplit(share)}>${100 * share} %</button>`)}
      </div>
      <p class="quiet small">Models never train on them. Pictures of one batch and near duplicates stay together, so check the dataset first.</p>
    </div>`;
}
