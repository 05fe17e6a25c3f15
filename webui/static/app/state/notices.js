// Short messages below the header: what was done, with a way back, or what went wrong.
import { createStore } from "./store.js";

const SHOWN_MS = 6000;
let next = 1;

/**
 * @typedef {{label: string, run: () => unknown}} Action
 * @typedef {{id: number, text: string, kind: string, action: Action | null, cause: unknown}} Notice
 */

export const notices = createStore(/** @type {Notice[]} */ ([]));

/** @param {number} id */
export function dismiss(id) {
  notices.set((list) => list.filter((notice) => notice.id !== id));
}

/**
 * Takes faults away whose cause is gone.
 * @param {(cause: unknown) => boolean} isGone
 */
export function settle(isGone) {
  const list = notices.get();
  const left = list.filter(({ kind, cause }) => kind !== "fault" || !isGone(cause));
  if (left.length < list.length) notices.set(left);
}

/**
 * Shows `text`, with a button for `action`. A fault stays until its `cause`, the error, is gone, the page
 * is left, or it is dismissed.
 * @param {string} text
 * @param {{kind?: "done" | "warning" | "fault", action?: Action | null, cause?: unknown}} options
 */
export function notify(text, { kind = "done", action = null, cause = null } = {}) {
  const id = next++;
  notices.set((list) =>
    [...list.filter((notice) => notice.text !== text), { id, text, kind, action, cause }].slice(-3),
  );
  if (kind !== "fault") setTimeout(() => dismiss(id), SHOWN_MS);
}

/**
 * Runs `work`; a failure is shown and answered with undefined.
 * @template Result
 * @param {() => Promise<Result> | Result} work
 * @returns {Promise<Result | undefined>}
 */
export async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    notify(messageOf(error), { kind: "fault", cause: error });
    return undefined;
  }
}

/**
 * What went wrong, in words.
 * @param {unknown} error
 */
export const messageOf = (error) => (error instanceof Error ? error.message : String(error));
