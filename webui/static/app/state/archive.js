// The re-inspection of the archive by a model version: what came of it, and its job while it runs.
import { query } from "../pure/query.js";
import { useAnswer } from "./answer.js";
import { isRunning } from "./jobs.js";
import { usePolling } from "./polling.js";

const PERIOD_MS = 2000;

/**
 * The newest re-inspection by a version at a threshold, asked again while a job of that kind runs.
 * @param {ModelVersion} model
 * @param {number | null} threshold null: the one of its start
 */
export function useArchiveInspection({ name, version }, threshold) {
  const path = /** @type {const} */ (
    `models/${name}/${version}/archive-inspection${query({ threshold })}`
  );
  const { answer, last, reload } = useAnswer(path);
  const running = isRunning(last?.job ?? null);
  usePolling(reload, PERIOD_MS, running);
  return { view: answer ?? last, reload };
}

/**
 * Whether the job is that of this version.
 * @type {(job: Job | null | undefined, model: ModelVersion) => boolean}
 */
export function isOf(job, model) {
  const asked = /** @type {ModelVersion | undefined} */ (job?.parameters.model);
  return asked?.name === model.name && asked.version === model.version;
}
