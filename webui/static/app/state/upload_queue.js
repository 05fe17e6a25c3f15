// Files that are sent one after the other: how far it is, what was refused, and how it is stopped.
import { createStore } from "./store.js";

/** @import { Store } from "./store.js" */

/**
 * @template Item
 * @typedef {{item: Item, reason: string}} Told something about one item
 */
/**
 * `newest` is the item that was added last, and `last` the newest answer.
 * @template Item, Answer
 * @typedef {{
 *   total: number,
 *   added: number,
 *   refused: Told<Item>[],
 *   remarks: Told<Item>[],
 *   newest: Item | null,
 *   last: Answer | null,
 *   running: boolean,
 *   cancelled: boolean,
 * }} Progress
 */

/**
 * A queue whose items are sent by `send`, one at a time; it throws what was refused. Where the
 * station is out of reach (status 0), the rest isn't tried: all of it can be tried again later.
 * @template Item, Answer
 * @param {(item: Item, signal: AbortSignal) => Promise<Answer & {note: string | null}>} send
 */
export function createUploadQueue(send) {
  /** @type {Store<Progress<Item, Answer> | null>} */
  const progress = createStore(/** @type {Progress<Item, Answer> | null} */ (null));
  /** @type {Item[]} */
  let waiting = [];
  let stop = new AbortController();

  /** @param {(now: Progress<Item, Answer>) => Partial<Progress<Item, Answer>>} next */
  const change = (next) => progress.set((now) => now && { ...now, ...next(now) });

  /** @param {Item} item */
  async function sendOne(item) {
    const { signal } = stop;
    try {
      const answer = await send(item, signal);
      change(({ added, remarks }) => ({
        added: added + 1,
        last: answer,
        remarks: answer.note ? [...remarks, { item, reason: answer.note }] : remarks,
      }));
    } catch (error) {
      if (signal.aborted) return;
      const unreached = error instanceof Error && "status" in error && error.status === 0;
      const lost = unreached ? [item, ...waiting.splice(0)] : [item];
      const reason = error instanceof Error ? error.message : String(error);
      refuse(lost.map((one) => ({ item: one, reason })));
    }
  }

  /** @param {Told<Item>[]} more */
  const refuse = (more) => change(({ refused }) => ({ refused: [...refused, ...more] }));

  async function run() {
    if (progress.get()?.running) return;
    const own = new AbortController();
    stop = own;
    change(() => ({ running: true, cancelled: false }));
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      await sendOne(item);
      if (own.signal.aborted) return;
    }
    change(() => ({ running: false }));
  }

  return {
    /** Null while there is nothing to tell. */
    progress,
    /**
     * Sends items after those that wait; `refused` were not fit to be sent, and are told of too.
     * @param {Item[]} items
     * @param {Told<Item>[]} refused
     */
    add(items, refused = []) {
      if (!items.length && !refused.length) return;
      if (!progress.get()?.running)
        progress.set({
          ...{ total: 0, added: 0, refused: [], remarks: [] },
          ...{ newest: null, last: null, running: false, cancelled: false },
        });
      waiting.push(...items);
      change(({ total }) => ({
        total: total + items.length + refused.length,
        newest: items.at(-1) ?? refused[refused.length - 1].item,
      }));
      refuse(refused);
      if (items.length) run();
    },
    /** Stops at once; what has been added stays. */
    cancel() {
      waiting = [];
      stop.abort();
      change(() => ({ running: false, cancelled: true }));
    },
    /** Tries again what was refused. */
    retry() {
      waiting.push(...(progress.get()?.refused ?? []).map(({ item }) => item));
      change(() => ({ refused: [] }));
      run();
    },
    /** Forgets how it went. */
    dismiss: () => progress.set(null),
  };
}
