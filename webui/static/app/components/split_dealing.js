import { html } from "../preact.js";

const SHARES = [0.1, 0.2, 0.3];

/** Sets pictures aside for testing: batches and near copies stay together. */
export function SplitDealing({ onDeal }) {
  return html`
    <div class="field"><span class="field-label">Set pictures aside for testing</span>
      <div class="button-row">
        ${SHARES.map((share) => html`<button key=${share} onClick=${() => onDeal(share)}>${100 * share} %</button>`)}
      </div>
      <p class="quiet small">A model never learns from them. Pictures of one batch and near copies stay together; check the pictures first.</p>
    </div>`;
}
