// The quick model of a dataset, computed anew while somebody looks and pictures come in.
import { post } from "../api.js";
import { useCallback, useEffect, useState } from "../preact.js";
import { useAnswer } from "./answer.js";
import { useEvent } from "./events.js";
import { attempt } from "./notices.js";
import { usePolling } from "./polling.js";
import { useUploadsAdded } from "./uploads.js";

/** @typedef {Answered<"get", "datasets/{name}/quick-model">} QuickModelState */
/** @typedef {QuickModelState["news"]} QuickModelNews */
/** @typedef {NonNullable<QuickModelNews["model"]>} QuickModelFigures */

const RUNNING_MS = 500;
// Pictures that others import or remove have no event.
const IDLE_MS = 5000;

/**
 * The newest figures of `dataset`; others are asked for as soon as five pictures more are there.
 * @param {string | null | undefined} dataset
 */
export function useQuickModel(dataset) {
  const [added, setAdded] = useState(0);
  const look = useCallback(() => setAdded((count) => count + 1), []);
  useEvent(
    "picture",
    useCallback(
      (/** @type {{picture: Picture}} */ { picture }) => {
        if (picture.dataset === dataset) look();
      },
      [dataset, look],
    ),
  );
  useUploadsAdded(look);
  const path = dataset ? /** @type {const} */ (`datasets/${dataset}/quick-model`) : null;
  const { answer, reload } = useAnswer(path, added);
  const isComing = Boolean(answer?.running || (answer?.news.due && !answer.failure));
  usePolling(reload, isComing ? RUNNING_MS : IDLE_MS);
  const compute = () =>
    attempt(async () => {
      await post(`datasets/${dataset}/quick-model`);
      await reload();
    });
  useEffect(() => {
    if (answer?.news.due && !answer.running && !answer.failure) compute();
  }, [answer]);
  return { state: answer, isComing, compute };
}
