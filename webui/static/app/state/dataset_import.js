// An import into a dataset: its upload, its job, and what was left out.
import { get, post, uploadSource } from "../api.js";
import { useEffect, useRef, useState } from "../preact.js";
import { query } from "../pure/query.js";
import { isRunning } from "./jobs.js";
import { useReload } from "./newest.js";
import { messageOf } from "./notices.js";

/** @import { FollowedJob } from "./jobs.js" */

const PAGE = 500;

/**
 * What is imported: an uploaded file, or an address that the station can read.
 * @typedef {{
 *   file: File | null,
 *   address: string,
 *   pictures: string,
 *   label: Label | null,
 *   split: Split | null,
 * }} ImportSource
 * What came of an import.
 * @typedef {{
 *   layout: string,
 *   added: number,
 *   masks: number,
 *   completed: number,
 *   already_there: number,
 *   refused: number,
 * }} ImportCounts
 */

/**
 * All that an import left out, page by page; null until it has been read.
 * @param {number} jobId
 */
export function useRefusals(jobId) {
  const [read, setRead] = useState(
    /** @type {{jobId: number, refusals: Refusal[]} | null} */ (null),
  );
  useReload(async () => ({ jobId, refusals: await readRefusals(jobId) }), setRead, [jobId]);
  return read?.jobId === jobId ? read.refusals : null;
}

/** @param {number} jobId */
async function readRefusals(jobId) {
  /** @type {Refusal[]} */
  const all = [];
  for (let isLast = false; !isLast; ) {
    const page = await get(`jobs/${jobId}/refusals${query({ after: all.length, limit: PAGE })}`);
    all.push(...page.refusals);
    isLast = page.refusals.length < PAGE;
  }
  return all;
}

/**
 * What came of an import; null while there is nothing to say.
 * @param {Job | null} job
 */
export const countsOfImport = (job) =>
  /** @type {ImportCounts | null} */ (job?.state === "succeeded" ? job.result : null);

/**
 * The newest import into `dataset`; `onDone` is called when one that ran meanwhile has ended.
 * @param {string | null | undefined} dataset
 * @param {FollowedJob} followed
 * @param {(job: Job) => unknown} onDone
 */
export function useDatasetImport(dataset, followed, onDone) {
  const { job: newest, log, follow } = followed;
  const [uploaded, setUploaded] = useState(/** @type {number | null} */ (null));
  const [problem, setProblem] = useState(/** @type {string | null} */ (null));
  const ran = useRef(/** @type {number | null} */ (null));
  const [latest, setLatest] = useState(/** @type {number | null} */ (null));
  const job =
    newest?.kind === "dataset_import" && newest.parameters.dataset === dataset ? newest : null;
  const running = isRunning(job);
  useEffect(() => {
    if (!job) return;
    if (running) {
      ran.current = job.job_id;
      setLatest(job.job_id);
    } else if (ran.current === job.job_id) {
      ran.current = null;
      onDone(job);
    }
  }, [job?.job_id, running]);

  /** @param {ImportSource} source */
  const start = async ({ file, address, pictures, label, split }) => {
    setProblem(null);
    try {
      const options = { pictures: pictures.trim() || null, label, split };
      if (file) setUploaded(0);
      const begun = file
        ? await uploadSource(String(dataset), file, options, setUploaded)
        : await post(`datasets/${dataset}/imports`, { source: address.trim(), ...options });
      ran.current = begun.job_id;
      setLatest(begun.job_id);
      follow(begun);
    } catch (error) {
      setProblem(messageOf(error));
    }
    setUploaded(null);
  };
  // It ran since the page was opened: what came of an older one is known already.
  const isNews = job !== null && job.job_id === latest;
  return { job, isNews, log, follow, running, uploaded, problem, start };
}
