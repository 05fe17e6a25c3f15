// Reports to download, to remove and to check: what the dialogs of both kinds show.
import { address, verifyReport } from "../../api.js";
import { html, useState } from "../../preact.js";
import { showDateTime, showPeriod } from "../../pure/format.js";
import { attempt } from "../../state/notices.js";
import { text } from "../../texts/texts.js";
import { TextField } from "./fields.js";

/** @import { StoredReport } from "../../state/reports.js" */
/** @typedef {Awaited<ReturnType<typeof verifyReport>>} SignatureCheck */

const SHOWN = 10;

/** @param {StoredReport} report */
const nameOf = ({ start, end, made_at: at }) =>
  start && end ? showPeriod(start, end) : showDateTime(at);

/** @param {{report: StoredReport, isNew: boolean, onRemove: () => unknown}} props */
function Row({ report, isNew, onRemove }) {
  const { report_id: id, author, made_at: at, no_pdf: noPdf, fingerprint } = report;
  const name = nameOf(report);
  return html`
    <li class=${isNew ? "report new" : "report"} data-testid="report">
      <p><b>${name}</b> <span class="quiet small">${text("report-made", { at: showDateTime(at), author })}</span></p>
      <div class="button-row">
        <a class=${isNew ? "button primary" : "button"} download href=${address.report(id, "html")} aria-label=${text("report-download", { format: "HTML", name })}>HTML</a>
        ${!noPdf && html`<a class=${isNew ? "button primary" : "button"} download href=${address.report(id, "pdf")} aria-label=${text("report-download", { format: "PDF", name })}>PDF</a>`}
        <button class="plain" onClick=${onRemove} aria-label=${text("report-remove", { name })}>${text("report-remove-short")}</button>
      </div>
      ${noPdf && html`<p class="quiet small">${text("report-no-pdf")} <span lang="en">${noPdf}</span></p>`}
      ${!fingerprint && html`<p class="quiet small">${text("report-unsigned")}</p>`}
    </li>`;
}

/** @param {{reports: StoredReport[], made: string | null, onRemove: Setter<StoredReport>}} props */
export function ReportList({ reports, made, onRemove }) {
  const [all, setAll] = useState(false);
  const shown = all ? reports : reports.slice(0, SHOWN);
  if (!reports.length) return html`<p class="quiet">${text("report-none")}</p>`;
  return html`
    <ul class="reports">${shown.map((report) => html`<${Row} key=${report.report_id} report=${report} isNew=${report.report_id === made} onRemove=${() => onRemove(report)} />`)}</ul>
    ${shown.length < reports.length && html`<button onClick=${() => setAll(true)}>${text("report-all", { count: reports.length })}</button>`}`;
}

/**
 * What a check of a signature found, in words.
 * @param {SignatureCheck} check
 */
function checkWords({ state, signer }) {
  if (state === "unchanged") return text("report-check-unchanged", { signer: signer ?? "" });
  return text(`report-check-${state}`);
}

/** Checks that a report file is as its station signed it. */
export function VerifyReport() {
  const [key, setKey] = useState("");
  const [check, setCheck] = useState(/** @type {SignatureCheck | null} */ (null));
  /** @param {Event & {currentTarget: HTMLInputElement}} event */
  const choose = ({ currentTarget: input }) => {
    const file = input.files?.[0];
    setCheck(null);
    if (!file) return;
    attempt(async () => setCheck(await verifyReport(file, key.trim())));
    input.value = "";
  };
  return html`
    <details class="verify-report"><summary>${text("report-verify")}</summary>
      <p class="quiet small">${text("report-verify-words")}</p>
      <${TextField} label=${text("report-verify-key")} placeholder="okng-ed25519 ..." value=${key} onChange=${setKey} autocapitalize="off" spellcheck=${false} />
      <label class="button">${text("report-verify-file")}<input class="visually-hidden" type="file" accept=".html,.pdf" onChange=${choose} /></label>
      <div role="status" data-testid="report-check">
        ${
          check &&
          html`<p class=${check.state === "unchanged" ? "message" : "message fault"}>${checkWords(check)}</p>
          ${check.fingerprint && html`<p class="small fingerprint">${check.fingerprint}</p>`}`
        }
      </div>
    </details>`;
}
