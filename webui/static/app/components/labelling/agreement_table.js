// The agreement of one step of an audit: over all, and by the person who labelled.
import { html } from "../../preact.js";
import { showCount, showFixed, showPercent } from "../../pure/format.js";
import { text } from "../../texts/texts.js";

/** @typedef {LabellingAgreement["steps"][number]} Step */

/** @type {(interval: {low: number, high: number} | null, show: (value: number) => string) => unknown} */
const between = (interval, show) =>
  interval &&
  html`<span class="quiet small">${text("labelling-interval", { low: show(interval.low), high: show(interval.high) })}</span>`;

/** @param {{name: string, row: Step["overall"]}} props */
function Row({ name, row: { agreement, correct, wrong, unsure } }) {
  const { kappa } = agreement;
  return html`
    <tr><th scope="row">${name}</th>
      <td class="right" data-label=${text("labelling-agreement")}>${showPercent(agreement.share)}${between(agreement.share_interval, showPercent)}</td>
      <td class="right" data-label=${text("labelling-kappa")}>${kappa === null ? text("labelling-kappa-unknown") : showFixed(kappa, 2)}${between(agreement.kappa_interval, (value) => showFixed(value, 2))}</td>
      <td class="right" data-label=${text("labelling-correct")}>${showCount(correct)}</td>
      <td class="right" data-label=${text("labelling-wrong")}>${showCount(wrong)}</td>
      <td class="right" data-label=${text("labelling-unsure")}>${showCount(unsure)}</td></tr>`;
}

/** @param {{step: Step}} props */
export function AgreementTable({
  step: { step, overall, labellers, own, without_first: without },
}) {
  const why = overall.agreement.kappa_unknown;
  return html`
    <h4>${text(`labelling-step-${step}`)}</h4>
    <div class="table-frame" tabindex="0">
      <table class="stacked-table" data-testid=${`agreement-${step}`}>
        <thead><tr><th scope="col">${text("labelling-labeller")}</th><th scope="col" class="right">${text("labelling-agreement")}</th><th scope="col" class="right">${text("labelling-kappa")}</th>
          <th scope="col" class="right">${text("labelling-correct")}</th><th scope="col" class="right">${text("labelling-wrong")}</th><th scope="col" class="right">${text("labelling-unsure")}</th></tr></thead>
        <tbody><${Row} name=${text("labelling-all-labellers")} row=${overall} />
          ${labellers.map((one) => html`<${Row} key=${one.labeller} name=${one.labeller} row=${one} />`)}</tbody>
      </table></div>
    ${why && html`<p class="quiet small">${why}</p>`}
    ${without > 0 && html`<p class="quiet small">${text("labelling-without-first", { count: without })}</p>`}
    ${own > 0 && html`<p class="quiet small">${text("labelling-own", { count: own })}</p>`}`;
}
