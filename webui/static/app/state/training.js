// What a training of a dataset needs, what it will do, and its start.
import { post } from "../api.js";
import { useEffect, useState } from "../preact.js";
import { demandOf, USUAL_OPTIONS } from "../pure/training_options.js";
import { text } from "../texts/texts.js";
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
  if (!dataset) return text("training-no-dataset");
  if (job && isRunning(job)) return text("training-job-runs", { job: jobName(job) });
  const missing = NORMAL_NEEDED - normal;
  return missing > 0
    ? text("training-normal-missing", { missing, normal, needed: NORMAL_NEEDED })
    : null;
}

/** @param {{normal: number, anomaly: number}} counts */
export const trainingWords = ({ normal, anomaly }) => text("training-words", { normal, anomaly });

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
