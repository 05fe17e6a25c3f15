// What a training of a dataset needs, what it will do, and its start.
import { post } from "../api.js";
import { useEffect, useState } from "../preact.js";
import { showCount } from "../pure/format.js";
import { demandOf, USUAL_OPTIONS } from "../pure/training_options.js";
import { NORMAL_NEEDED } from "./dataset.js";
import { isRunning, jobName } from "./jobs.js";
import { attempt } from "./notices.js";

/** @import { Options } from "../pure/training_options.js" */
/** @import { FollowedJob } from "./jobs.js" */

/**
 * Why no training can be started; null where one can.
 * @type {(dataset: string | null | undefined, counts: {normal: number}, job: Job | null) => string | null}
 */
export function whyNoTraining(dataset, { normal }, job) {
  if (!dataset) return "There is no dataset yet. Collect pictures on the Training page.";
  if (job && isRunning(job)) return `${jobName(job)} in progress.`;
  const missing = NORMAL_NEEDED - normal;
  return missing > 0
    ? `${missing} more normal picture${missing === 1 ? "" : "s"} needed (${normal} of ${NORMAL_NEEDED}).`
    : null;
}

/** @param {{normal: number, anomaly: number}} counts */
export const trainingWords = ({ normal, anomaly }) =>
  `Trains on ${showCount(normal)} normal pictures${anomaly ? ` and measures on ${showCount(anomaly)} anomalous ones` : ""}.`;

/** @type {(dataset: string, options: Options) => Promise<Job>} */
export const startTraining = (dataset, options) =>
  post("jobs/train", { dataset, ...demandOf(options) });

/**
 * The training of `dataset` that runs, or that ended since the page was opened; `start` starts one
 * with the usual options.
 * @param {string | null | undefined} dataset
 * @param {FollowedJob} followed
 */
export function useTraining(dataset, { job, follow }) {
  const [seen, setSeen] = useState(/** @type {number | null} */ (null));
  const training = job?.kind === "train" && job.parameters.dataset === dataset ? job : null;
  useEffect(() => {
    if (training && isRunning(training)) setSeen(training.job_id);
  }, [training]);
  const start = () =>
    attempt(async () => follow(await startTraining(String(dataset), USUAL_OPTIONS)));
  const isNews = isRunning(training) || training?.job_id === seen;
  return { training: isNews ? training : null, start };
}
