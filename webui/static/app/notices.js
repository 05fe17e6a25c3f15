// Short messages at the foot of the page: what was done, with a way back, or what went wrong.
import { createStore } from "./store.js";

const SHOWN_MS = 6000;
let next = 1;

export const notices = createStore([]);

export function dismiss(id) {
  notices.set((list) => list.filter((notice) => notice.id !== id));
}

/** Shows `text`; `action` is {label, run}. Failures stay until they are dismissed. */
export function notify(text, { kind = "done", action = null } = {}) {
  const id = next++;
  notices.set((list) => [...list.filter((notice) => notice.text !== text), { id, text, kind, action }].slice(-3));
  if (kind !== "fault") setTimeout(() => dismiss(id), SHOWN_MS);
}

/** Runs `work`; a failure is shown and answered with undefined. */
export async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    notify(error.message, { kind: "fault" });
    return undefined;
  }
}
