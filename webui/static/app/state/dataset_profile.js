// The profile of a dataset as its page follows it, and the job that measures its pictures.
import { ApiError, get, post } from "../api.js";
import { useCallback, useEffect, useRef, useState } from "../preact.js";
import { useAnswer } from "./answer.js";
import { pictureEdits } from "./dataset.js";
import { useEvent } from "./events.js";
import { isRunning, useJob } from "./jobs.js";
import { attempt } from "./notices.js";
import { useUploadsAdded } from "./uploads.js";

/** Changes that come one after the other are read together. */
const TOGETHER_MS = 2000;
/** So often the page reads what is known while pictures are measured. */
const STEPS = 10;

/** @typedef {ReturnType<typeof useDatasetProfile>} FollowedProfile */

/**
 * The newest profile of a dataset and its pictures in columns, null until they came. Pictures that
 * were not measured are measured when no other job runs, without being asked for.
 * @param {string} dataset
 */
export function useDatasetProfile(dataset) {
  const { job, log, follow } = useJob();
  const [changes, setChanges] = useState(0);
  const own = job?.kind === "dataset_profile" && job.parameters.dataset === dataset ? job : null;
  const busy = isRunning(job);
  const step = own && busy ? Math.floor(own.progress * STEPS) : own?.state;
  const profile = useAnswer(`datasets/${dataset}/profile`, step, changes);
  const pictures = useAnswer(`datasets/${dataset}/profile/pictures`, step, changes);

  const pending = useRef(/** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined));
  const reloadSoon = useCallback(() => {
    pending.current ??= setTimeout(() => {
      pending.current = undefined;
      setChanges((count) => count + 1);
    }, TOGETHER_MS);
  }, []);
  useEffect(() => () => clearTimeout(pending.current), []);
  useEvent("picture", reloadSoon);
  useEvent("open", reloadSoon);
  useUploadsAdded(reloadSoon);
  const versions = [profile.last?.version, pictures.last?.version];
  useEffect(() => {
    // The dataset changed between the two answers.
    if (profile.last && pictures.last && versions[0] !== versions[1]) reloadSoon();
  }, versions);

  const measure = useCallback(
    () =>
      attempt(async () => {
        try {
          follow(await post(`datasets/${dataset}/profile`));
        } catch (error) {
          // Another one began a job meanwhile: this one waits for it.
          if (!(error instanceof ApiError) || error.status !== 409) throw error;
          follow((await get("jobs?limit=1")).jobs[0]);
        }
      }),
    [dataset, follow],
  );
  const begun = useRef(/** @type {number | null} */ (null));
  const stopped = own?.state === "cancelled" || own?.state === "failed";
  const unmeasured = profile.answer?.unmeasured ?? 0;
  const version = profile.answer?.version ?? null;
  useEffect(() => {
    // Once for each version, and not after somebody has cancelled it here.
    if (!unmeasured || busy || begun.current === version) return;
    if (begun.current !== null && stopped) return;
    attempt(async () => {
      const [last] = (await get("jobs?limit=1")).jobs;
      if (last && isRunning(last)) return follow(last);
      begun.current = version;
      await measure();
    });
  }, [unmeasured > 0, version, busy]);

  const reload = useCallback(async () => {
    await Promise.all([profile.reload(), pictures.reload()]);
  }, [profile.reload, pictures.reload]);
  const { change } = pictureEdits(dataset, reload);
  return {
    profile: profile.last,
    columns: pictures.last,
    job,
    own: own && busy ? own : null,
    log,
    follow,
    measure,
    change,
  };
}
