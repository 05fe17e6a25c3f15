// The check of a dataset's pictures as the Training page follows it.
import { get, post, put, remove } from "./api.js";
import { useCallback, useEffect, useState } from "./preact.js";
import { useJob } from "./jobs.js";
import { attempt, notify } from "./notices.js";

/** The newest check of `dataset`, read again when `version` changes; the job that does one. */
export function useReview(dataset, version) {
  const [review, setReview] = useState(null);
  const { job: newest, log, follow } = useJob();
  const job = newest?.kind === "dataset_review" && newest.parameters.dataset === dataset ? newest : null;

  const load = useCallback(() => attempt(async () => {
    setReview(dataset ? (await get(`datasets/${dataset}/review`)).review : null);
  }), [dataset]);
  useEffect(() => { load(); }, [load, version, job?.state]);

  const start = () => attempt(async () => follow(await post(`datasets/${dataset}/review`)));
  const showAgain = (finding) => attempt(async () => {
    setReview((await remove(`datasets/${dataset}/review/kept/${finding.finding_id}`)).review);
  });
  const keep = (finding) => attempt(async () => {
    setReview((await put(`datasets/${dataset}/review/kept/${finding.finding_id}`)).review);
    notify("It is kept and will not be shown again.", { action: { label: "Undo", run: () => showAgain(finding) } });
  });
  return { review, job, log, follow, start, keep };
}
