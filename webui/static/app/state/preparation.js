// A dataset's preparation as it is edited: its versions, the draft, and pictures after some of its steps.
import { post, put, request } from "../api.js";
import { useCallback, useEffect, useState } from "../preact.js";
import { NO_STEPS, samePreparation } from "../pure/preparation.js";
import { text } from "../texts/texts.js";
import { useAnswer } from "./answer.js";
import { useNewest } from "./newest.js";
import { attempt, messageOf, notify } from "./notices.js";

/** @import { Preparation } from "../pure/preparation.js" */

const PREVIEW_PX = 1280;

/**
 * The versions of a dataset's preparation and the draft of the next one. `versions` is null until they
 * are known.
 * @param {string} dataset
 */
export function usePreparation(dataset) {
  const { answer, reload } = useAnswer(/** @type {const} */ (`datasets/${dataset}/preparation`));
  const [draft, setDraft] = useState(/** @type {Preparation | null} */ (null));
  const newest = answer?.versions[0];
  const saved = newest?.preparation ?? NO_STEPS;
  const preparation = draft ?? saved;
  const changed = !samePreparation(preparation, saved);

  const save = () =>
    attempt(async () => {
      const next = await put(/** @type {const} */ (`datasets/${dataset}/preparation`), {
        preparation,
        based_on: newest?.version ?? 0,
      });
      await reload();
      setDraft(null);
      notify(text("preparation-saved", { version: String(next.version) }));
    });
  /** @param {number} version */
  const restore = (version) =>
    attempt(async () => {
      const next = await post(/** @type {const} */ (`datasets/${dataset}/preparation/restore`), {
        version,
      });
      await reload();
      setDraft(null);
      notify(text("preparation-saved", { version: String(next.version) }));
    });
  return {
    versions: answer?.versions ?? null,
    preparation,
    changed,
    change: setDraft,
    discard: () => setDraft(null),
    save,
    restore,
  };
}

/**
 * A picture after the first `count` steps: the address of what to show, or why there is nothing.
 * @param {number} id
 * @param {Preparation} preparation
 * @param {number} count
 */
export function usePreview(id, preparation, count) {
  const body = JSON.stringify({
    preparation: { ...preparation, steps: preparation.steps.slice(0, count) },
    width: PREVIEW_PX,
  });
  const [shown, setShown] = useState(
    /** @type {{src: string | null, problem: string | null}} */ ({ src: null, problem: null }),
  );
  const newest = useNewest(id, body);
  const load = useCallback(async () => {
    const response = await request("POST", `pictures/${id}/prepared`, { body: JSON.parse(body) });
    return URL.createObjectURL(await response.blob());
  }, [id, body]);
  useEffect(() => {
    newest
      .take(load, (src) => setShown({ src, problem: null }))
      .catch((error) => setShown({ src: null, problem: messageOf(error) }));
  }, [newest, load]);
  useEffect(() => () => void (shown.src && URL.revokeObjectURL(shown.src)), [shown.src]);
  return shown;
}
