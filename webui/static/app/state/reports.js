// The reports of one kind that the station has, and the job that makes another.
import { post, remove } from "../api.js";
import { useEffect, useRef } from "../preact.js";
import { query } from "../pure/query.js";
import { textLocale } from "../texts/texts.js";
import { useAnswer } from "./answer.js";
import { isRunning, useJob } from "./jobs.js";
import { attempt } from "./notices.js";

/** @typedef {ReturnType<typeof useReports>} Reports */

/** @typedef {NonNullable<Answered<"get", "reports">>["reports"][number]} StoredReport */

/** @type {() => "en" | "de" | "fr" | "es" | "zh"} */
const language = () => {
  const own = textLocale().split("-")[0];
  return own === "de" || own === "fr" || own === "es" || own === "zh" ? own : "en";
};

/**
 * The reports of a dataset, or of shifts; `start` makes one, in the language of the page.
 * @param {"fit" | "shift"} kind
 * @param {string} [dataset]
 */
export function useReports(kind, dataset) {
  const { job: last, log, follow } = useJob();
  // A job of another page is none of ours; the one that was started here is.
  const started = useRef(/** @type {number | null} */ (null));
  const job = last && last.job_id === started.current ? last : null;
  const { last: list, reload } = useAnswer(
    /** @type {const} */ (`reports${query({ kind, dataset: dataset ?? null })}`),
  );
  const busy = isRunning(job);
  useEffect(() => {
    if (job && !busy) attempt(reload);
  }, [job?.job_id, busy]);

  const own = () => ({ language: language(), address: location.origin });
  /** @param {Job} made */
  const take = (made) => {
    started.current = made.job_id;
    follow(made);
  };
  /** @param {string} question */
  const startFit = (question) =>
    attempt(async () =>
      take(await post(`datasets/${dataset ?? ""}/report`, { question, ...own() })),
    );
  /** @param {string | null} start a moment of the shift; null: the present one */
  const startShift = (start) =>
    attempt(async () => take(await post("reports/shift", { start, ...own() })));
  /** @param {StoredReport} report */
  const discard = (report) =>
    attempt(async () => {
      await remove(`reports/${report.report_id}`);
      await reload();
    });
  const reports = list?.reports ?? [];
  const made = job?.state === "succeeded" ? String(job.result?.report_id) : null;
  return { job, log, follow, busy, reports, made, list, startFit, startShift, discard };
}
