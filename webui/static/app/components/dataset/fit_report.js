// One press makes the fit report of a dataset: as HTML and PDF, to be read without the station.
import { html, useState } from "../../preact.js";
import { useAnswer } from "../../state/answer.js";
import { useReports } from "../../state/reports.js";
import { text } from "../../texts/texts.js";
import { Button } from "../shared/button.js";
import { CloseIcon } from "../shared/icons.js";
import { JobView } from "../shared/job_view.js";
import { useModal } from "../shared/modal.js";
import { ReportList, VerifyReport } from "../shared/report_list.js";

/** @import { Reports } from "../../state/reports.js" */

const LONGEST_QUESTION = 2000;

/**
 * @param {{
 *   reports: Reports,
 *   whyNot: string | false,
 *   question: string,
 *   onQuestion: Setter<string>,
 *   onClose: () => unknown,
 * }} props
 */
function FitReportDialog({ reports, whyNot, question, onQuestion, onClose }) {
  const dialog = useModal();
  const { job, log, follow, busy } = reports;
  return html`
    <dialog ref=${dialog} class="exchange reports-dialog" aria-label=${text("report-fit")} data-testid="fit-reports" onClose=${onClose}>
      <button class="icon plain close" aria-label=${text("close")} onClick=${() => dialog.current?.close()}><${CloseIcon} /></button>
      <div class="exchange-body">
        <h2>${text("report-fit")}</h2>
        <p class="quiet">${text("report-fit-words")}</p>
        ${job && html`<${JobView} job=${job} log=${log} onChange=${follow} />`}
        <${ReportList} reports=${reports.reports} made=${reports.made} onRemove=${reports.discard} />
        <label class="field"><span>${text("report-question")}</span>
          <textarea rows="3" maxlength=${LONGEST_QUESTION} value=${question} onInput=${(/** @type {Event & {currentTarget: HTMLTextAreaElement}} */ event) => onQuestion(event.currentTarget.value)} /></label>
        <div class="button-row"><${Button} whyNot=${whyNot} disabled=${busy} onClick=${() => reports.startFit(question)}>${text("report-fit-again")}<//></div>
        <${VerifyReport} />
      </div>
    </dialog>`;
}

/** @param {{dataset: string}} props */
export function FitReport({ dataset }) {
  const reports = useReports("fit", dataset);
  const { last: answer } = useAnswer("datasets");
  const [open, setOpen] = useState(false);
  const kept = `report-question ${dataset}`;
  const [question, setQuestion] = useState(sessionStorage.getItem(kept) ?? "");
  /** @param {string} asked */
  const keep = (asked) => {
    sessionStorage.setItem(kept, asked);
    setQuestion(asked);
  };
  const counts = answer?.datasets.find(({ name }) => name === dataset);
  const missing =
    counts && reports.list
      ? Math.max(0, reports.list.least_pictures - counts.normal - counts.anomaly)
      : 0;
  const whyNot = missing > 0 && text("report-too-few", { count: missing });
  const make = () => {
    setOpen(true);
    reports.startFit(question);
  };
  return html`
    <div class="button-row fit-report">
      <${Button} class="primary" whyNot=${whyNot} disabled=${!counts || !reports.list || reports.busy} onClick=${make}>${text("report-fit-make")}<//>
      <button onClick=${() => setOpen(true)}>${text("report-earlier")}</button>
    </div>
    ${open && html`<${FitReportDialog} reports=${reports} whyNot=${whyNot} question=${question} onQuestion=${keep} onClose=${() => setOpen(false)} />`}`;
}
