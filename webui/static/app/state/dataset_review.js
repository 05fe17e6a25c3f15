// The check of a dataset's pictures as the Training page follows it.
import { get, post, put, remove } from "../api.js";
import { useEffect, useState } from "../preact.js";
import { text } from "../texts/texts.js";
import { useNewest } from "./newest.js";
import { attempt, notify } from "./notices.js";

/** @import { FollowedJob } from "./jobs.js" */

/**
 * The newest check of `dataset`, read again when `version` changes; the job that does one.
 * @param {string | null | undefined} dataset
 * @param {number} version
 * @param {FollowedJob} followed
 */
export function useDatasetReview(dataset, version, followed) {
  const [read, setRead] = useState(
    /** @type {{dataset: typeof dataset, review: DatasetReview | null} | null} */ (null),
  );
  const { job: last, log, follow } = followed;
  const job = last?.kind === "dataset_review" && last.parameters.dataset === dataset ? last : null;

  const newest = useNewest(dataset);
  /** @typedef {{review: DatasetReview | null}} Answer */
  /** @type {(ask: () => Promise<Answer>) => Promise<void>} */
  const take = (ask) => newest.take(ask, (answer) => setRead({ dataset, review: answer.review }));
  useEffect(() => {
    if (dataset) attempt(() => take(() => get(`datasets/${dataset}/review`)));
  }, [newest, version, job?.state]);

  const start = () => attempt(async () => follow(await post(`datasets/${dataset}/review`)));
  /** @typedef {DatasetReview["findings"][number]} Finding */
  /** @type {(finding: Finding) => Promise<void>} */
  const showAgain = (finding) =>
    attempt(() => take(() => remove(`datasets/${dataset}/review/kept/${finding.finding_id}`)));
  /** @type {(finding: Finding) => Promise<void>} */
  const keep = (finding) =>
    attempt(async () => {
      await take(() => put(`datasets/${dataset}/review/kept/${finding.finding_id}`));
      notify(text("dataset-finding-kept"), {
        action: { label: text("undo"), run: () => showAgain(finding) },
      });
    });
  const review = read && read.dataset === dataset ? read.review : null;
  return { review, job, log, follow, start, keep };
}
