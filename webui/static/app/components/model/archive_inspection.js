import { post } from "../../api.js";
import { html, useState } from "../../preact.js";
import { showPercent } from "../../pure/format.js";
import { isOf, useArchiveInspection } from "../../state/archive.js";
import { isRunning } from "../../state/jobs.js";
import { attempt } from "../../state/notices.js";
import { text } from "../../texts/texts.js";
import { NumberInput } from "../shared/fields.js";
import { ArchiveParts } from "./archive_parts.js";
import { ArchiveStart, LeftOut } from "./archive_start.js";
import { ArchiveFigures } from "./archive_summary.js";

/**
 * A job that runs, with its progress; a cancel keeps what was judged.
 * @param {{job: Job, remaining: number | undefined, onChange: () => unknown}} props
 */
function Running({ job, remaining, onChange }) {
  const cancel = () =>
    attempt(async () => {
      await post(`jobs/${job.job_id}/cancel`);
      await onChange();
    });
  return html`
    <div class="archive-running" data-testid="archive-running">
      <div class="field-head"><span>${remaining ? text("archive-remaining", { count: remaining }) : text("archive-begins")}</span>
        <span class="number">${showPercent(job.progress, 0)}</span></div>
      <progress max="1" value=${job.progress} aria-label=${text("job-progress")} />
      <button onClick=${cancel} disabled=${job.cancel_requested}>${text(job.cancel_requested ? "job-cancelling" : "archive-cancel")}</button>
    </div>`;
}

/**
 * What the past would have been with a version: starts it, shows how far it is and what came of it.
 * @param {{model: ModelVersion}} props
 */
export function ArchiveInspection({ model }) {
  const [threshold, setThreshold] = useState(/** @type {number | null} */ (null));
  const { view, reload } = useArchiveInspection(model, threshold);
  if (!view) return null;
  const { inspection, summary, job } = view;
  const mine = isOf(job, model) ? job : null;
  const runs = isRunning(mine);
  const goOn = () =>
    attempt(async () => {
      const asked = { recipe: inspection?.recipe, threshold: inspection?.threshold };
      await post(`models/${model.name}/${model.version}/archive-inspection`, asked);
      await reload();
    });
  return html`
    <section class="card archive" aria-label=${text("archive")} data-testid="archive" data-state=${mine?.state ?? "none"}>
      <h2>${text("archive")}</h2>
      ${!inspection && html`<p class="quiet">${text("archive-lead")}</p>`}
      ${mine && runs && html`<${Running} job=${mine} remaining=${inspection?.remaining} onChange=${reload} />`}
      ${mine?.state === "failed" && html`<p class="message fault" role="status">${mine.message}</p>`}
      ${
        inspection &&
        summary &&
        html`
        <${ArchiveFigures} inspection=${inspection} summary=${summary} />
        <${LeftOut} scope=${inspection.scope} />
        <div class="field"><div class="field-head"><span class="field-label">${text("archive-threshold")}</span>
          <${NumberInput} label=${text("archive-threshold")} value=${summary.threshold} onChange=${setThreshold} onEmpty=${() => setThreshold(null)} /></div>
          <p class="quiet small">${text("archive-threshold-hint")}</p></div>
        ${summary.rejects && html`<${ArchiveParts} archive=${inspection} threshold=${summary.threshold} />`}
        ${
          !isRunning(job) &&
          inspection.remaining > 0 &&
          html`
          <div class="button-row"><button class="strong" onClick=${goOn}>${text("archive-go-on")}</button>
            <p class="small quiet">${text("archive-remaining", { count: inspection.remaining })}</p></div>`
        }`
      }
      ${!runs && html`<${ArchiveStart} model=${model} job=${job} again=${Boolean(inspection)} onStarted=${reload} />`}
    </section>`;
}
