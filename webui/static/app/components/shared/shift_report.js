// Makes the report of a shift, and lists those that were made.
import { html, useState } from "../../preact.js";
import { useReports } from "../../state/reports.js";
import { text } from "../../texts/texts.js";
import { CloseIcon } from "./icons.js";
import { JobView } from "./job_view.js";
import { useModal } from "./modal.js";
import { ReportList, VerifyReport } from "./report_list.js";

/** @param {{start: string | null, onClose: () => unknown}} props */
function ShiftReportDialog({ start, onClose }) {
  const dialog = useModal();
  const reports = useReports("shift");
  const { job, log, follow, busy } = reports;
  return html`
    <dialog ref=${dialog} class="exchange reports-dialog" aria-label=${text("report-shift")} data-testid="shift-reports" onClose=${onClose}>
      <button class="icon plain close" aria-label=${text("close")} onClick=${() => dialog.current?.close()}><${CloseIcon} /></button>
      <div class="exchange-body">
        <h2>${text("report-shift")}</h2>
        <p class="quiet">${text("report-shift-words")}</p>
        <div class="button-row"><button class="primary" disabled=${busy} onClick=${() => reports.startShift(start)}>${text("report-shift-make")}</button></div>
        ${job && html`<${JobView} job=${job} log=${log} onChange=${follow} />`}
        <${ReportList} reports=${reports.reports} made=${reports.made} onRemove=${reports.discard} />
        <${VerifyReport} />
      </div>
    </dialog>`;
}

/**
 * A button that opens the reports of shifts.
 * @param {{start: string | null, label: string}} props `start` is a moment of the shift; null: the present one
 */
export function ShiftReport({ start, label }) {
  const [open, setOpen] = useState(false);
  return html`
    <button onClick=${() => setOpen(true)} aria-label=${label}>${text("report-shift")}</button>
    ${open && html`<${ShiftReportDialog} start=${start} onClose=${() => setOpen(false)} />`}`;
}
