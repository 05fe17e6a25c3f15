// Audits of labels that were answered last in the period: agreement, and what was wrong or unsure.
import { html } from "../../preact.js";
import { showCount, showFixed } from "../../pure/format.js";
import { query } from "../../pure/query.js";
import { text } from "../../texts/texts.js";
import { withInterval } from "./recipe_comparison.js";
import { Section } from "./section.js";

/** @typedef {QualityChecks["audits"][number]} Row */

const COLUMNS = [
  ...["labelling_job_id", "name", "dataset", "step", "blind", "checked", "compared", "agreed"],
  ...["agreement", "agreement_low", "agreement_high", "kappa", "kappa_low", "kappa_high"],
  ...["kappa_unknown", "wrong", "unsure"],
];

/** @param {Row} row */
const csvRow = ({ agreement, ...row }) => ({
  ...row,
  ...{ compared: agreement.pictures, agreed: agreement.agreed },
  ...{ kappa: agreement.kappa, kappa_unknown: agreement.kappa_unknown },
  ...{ kappa_low: agreement.kappa_interval?.low, kappa_high: agreement.kappa_interval?.high },
  ...{ agreement: agreement.share, agreement_low: agreement.share_interval?.low },
  agreement_high: agreement.share_interval?.high,
});

/** @param {Row["agreement"]} agreement */
function kappaWords({ kappa, kappa_interval: interval }) {
  if (kappa === null || !interval) return text("labelling-kappa-unknown");
  const [low, high] = [showFixed(interval.low, 2), showFixed(interval.high, 2)];
  return text("quality-interval", { share: showFixed(kappa, 2), low, high });
}

/** @param {Row} row */
const address = ({ dataset, labelling_job_id: id }) =>
  `/dataset${query({ dataset, tab: "labelling", job: String(id) })}`;

/** @param {{row: Row}} props */
function AuditRow({ row }) {
  const { name, dataset, step, blind, checked, agreement, wrong, unsure } = row;
  return html`
    <tr><th scope="row"><a href=${address(row)} data-page dir="auto">${name}</a>${!blind && html`<span class="quiet small">${text("labelling-is-seeing")}</span>`}</th>
      <td data-label=${text("field-dataset")} dir="auto">${dataset}</td>
      <td data-label=${text("labelling-step")}>${text(`labelling-step-${step}`)}</td>
      <td class="right" data-label=${text("quality-audit-checked")}>${showCount(checked)}</td>
      <td class="right with-interval" data-label=${text("labelling-agreement")}>${withInterval(agreement.share, agreement.share_interval)}</td>
      <td class="right with-interval" data-label=${text("labelling-kappa")}>${kappaWords(agreement)}</td>
      <td class="right" data-label=${text("labelling-wrong")}>${showCount(wrong)}</td>
      <td class="right" data-label=${text("labelling-unsure")}>${showCount(unsure)}</td></tr>`;
}

/** @param {{answer: QualityChecks}} props */
export function LabelAudits({ answer }) {
  const { audits, audits_shown: shown, audits_in_period: all } = answer;
  const unknown = new Set(audits.map(({ agreement }) => agreement.kappa_unknown).filter(Boolean));
  return html`
    <${Section} title=${text("quality-audits")} name="quality-audits" csv=${{ columns: COLUMNS, rows: audits.map(csvRow) }}>
      ${
        audits.length > 0
          ? html`
        <div class="table-frame" tabindex="0">
          <table class="stacked-table">
            <thead><tr><th scope="col">${text("quality-audit")}</th><th scope="col">${text("field-dataset")}</th><th scope="col">${text("labelling-step")}</th>
              <th scope="col" class="right">${text("quality-audit-checked")}</th><th scope="col" class="right">${text("labelling-agreement")}</th><th scope="col" class="right">${text("labelling-kappa")}</th>
              <th scope="col" class="right">${text("labelling-wrong")}</th><th scope="col" class="right">${text("labelling-unsure")}</th></tr></thead>
            <tbody>${audits.map((row) => html`<${AuditRow} key=${`${row.labelling_job_id} ${row.step}`} row=${row} />`)}</tbody>
          </table>
        </div>
        <p class="quiet small">${text("quality-audits-words")}</p>
        ${audits.some(({ blind }) => !blind) && html`<p class="quiet small">${text("labelling-not-blind")}</p>`}
        ${[...unknown].map((why) => html`<p key=${why} class="quiet small">${text("quality-kappa-unknown", { why: why ?? "" })}</p>`)}
        ${all > shown && html`<p class="quiet small" data-testid="quality-audits-cut">${text("quality-audits-cut", { count: shown, all })}</p>`}`
          : html`<p class="quiet">${text("quality-audits-none")}</p>`
      }
    <//>`;
}
