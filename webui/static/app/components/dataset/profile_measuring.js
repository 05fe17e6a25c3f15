import { html } from "../../preact.js";
import { isRunning, jobName } from "../../state/jobs.js";
import { text } from "../../texts/texts.js";
import { JobView } from "../shared/job_view.js";

/** @import { FollowedProfile } from "../../state/dataset_profile.js" */

/**
 * How far the measurement of the pictures is, what it waits for, and which can't be read; nothing if
 * all were measured.
 * @param {{followed: FollowedProfile}} props
 */
export function Measuring({ followed }) {
  const { profile, job, own, log, follow, measure } = followed;
  if (!profile) return null;
  if (own) return html`<${JobView} job=${own} log=${log} onChange=${follow} />`;
  const { unmeasured, unreadable, unreadable_pictures: named } = profile;
  const waitsFor = job && isRunning(job) ? job : null;
  if (!unmeasured && !unreadable) return null;
  return html`
    <section class="message" aria-label=${text("dataset-measuring")} data-testid="measuring">
      ${unmeasured > 0 && html`<p>${text("dataset-unmeasured", { count: unmeasured })}</p>`}
      ${
        unreadable > 0 &&
        html`<details><summary>${text("dataset-unreadable", { count: unreadable })}</summary>
          <ul class="small">${named.map(
            ({ picture_id: id, problem }) =>
              html`<li key=${id}>${text("dataset-unreadable-one", { id: String(id), problem })}</li>`,
          )}</ul></details>`
      }
      ${
        waitsFor
          ? html`<p>${text("dataset-measuring-waits", { job: jobName(waitsFor) })}</p>`
          : html`<button onClick=${measure}>${text(unmeasured ? "dataset-measure" : "dataset-measure-again")}</button>`
      }
    </section>`;
}
