// Who answered how many pictures of a labelling job, and in what time.
import { address } from "../../api.js";
import { html } from "../../preact.js";
import { showCount, showFixed } from "../../pure/format.js";
import { useAnswer } from "../../state/answer.js";
import { text } from "../../texts/texts.js";

/** @param {number | null} time_ms */
const seconds = (time_ms) =>
  time_ms === null
    ? text("labelling-kappa-unknown")
    : text("labelling-seconds", { seconds: showFixed(time_ms / 1000, 1) });

/** @param {{job: LabellingJob}} props */
export function TimesTable({ job }) {
  const id = job.labelling_job_id;
  const { last } = useAnswer(`labelling-jobs/${id}/times`, JSON.stringify(job.progress));
  if (!last) return null;
  return html`
    <section><h3>${text("labelling-times")}</h3>
      ${
        last.times.length
          ? html`
        <div class="table-frame" tabindex="0"><table class="stacked-table" data-testid="labelling-times">
          <thead><tr><th scope="col">${text("labelling-person")}</th><th scope="col">${text("labelling-step")}</th><th scope="col" class="right">${text("labelling-pictures")}</th>
            <th scope="col" class="right">${text("labelling-shortest")}</th><th scope="col" class="right">${text("labelling-mean")}</th><th scope="col" class="right">${text("labelling-longest")}</th></tr></thead>
          <tbody>${last.times.map(
            (one) => html`
            <tr key=${`${one.step} ${one.person}`}><th scope="row">${one.person}</th><td data-label=${text("labelling-step")}>${text(`labelling-step-${one.step}`)}</td>
              <td class="right" data-label=${text("labelling-pictures")}>${showCount(one.answers)}</td>
              <td class="right" data-label=${text("labelling-shortest")}>${seconds(one.minimum_ms)}</td>
              <td class="right" data-label=${text("labelling-mean")}>${seconds(one.mean_ms)}</td>
              <td class="right" data-label=${text("labelling-longest")}>${seconds(one.maximum_ms)}</td></tr>`,
          )}</tbody></table></div>
        <p class="quiet small">${text("labelling-times-hint")}</p>
        <a class="button" href=${address.labellingCsv(id, "times")} download=${`times-${id}.csv`}>${text("labelling-csv")}</a>`
          : html`<p class="quiet">${text("labelling-times-none")}</p>`
      }</section>`;
}
