// The draft of the Configuration page, kept in this browser until it is applied or discarded.
import { station, user } from "../api.js";
import { useEffect, useState } from "../preact.js";
import { runningRecipe } from "../pure/recipe.js";
import { draftOffer, readDraft, runningVersion } from "../pure/recipe_draft.js";

/** @import { RecipeDraft } from "../pure/recipe_draft.js" */

const KEY = `okng recipe draft of ${user} for ${station}`;

/** @param {RecipeDraft | null} draft */
function keep(draft) {
  try {
    if (draft) localStorage.setItem(KEY, JSON.stringify(draft));
    else localStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing has drafts as long as the page is open.
  }
}

function kept() {
  try {
    return readDraft(localStorage.getItem(KEY));
  } catch {
    return null;
  }
}

/**
 * Changes not yet applied. A draft that was kept when the page was left is an offer: it is used
 * only when the person says so.
 * @param {StationStatus | null} status
 */
export function useDraft(status) {
  const [draft, setDraft] = useState(/** @type {RecipeDraft | null} */ (null));
  const [left, setLeft] = useState(kept);
  const base = runningRecipe(status);
  const offer = left && status ? draftOffer(left, status) : null;
  useEffect(() => {
    // What was left is kept until the person has decided, unless the station runs with it by now.
    if (!left) keep(draft);
    else if (status && !offer) setLeft(null);
  }, [draft, left, status, offer]);
  return {
    base,
    recipe: draft?.recipe ?? base,
    dirty: draft !== null && JSON.stringify(draft.recipe) !== JSON.stringify(base),
    overtaken: draft !== null && draft.from !== runningVersion(status),
    left: left && offer && { changedAt: left.changedAt, ...offer },
    resume: () => {
      setDraft(left);
      setLeft(null);
    },
    /**
     * Built on the newest draft: several changes can come before the page is drawn again.
     * @param {(before: Recipe) => Recipe} change
     */
    edit: (change) =>
      setDraft((before) => ({
        from: before ? before.from : runningVersion(status),
        recipe: change(before?.recipe ?? base),
        changedAt: new Date().toISOString(),
      })),
    discard: () => {
      setDraft(null);
      setLeft(null);
    },
  };
}
