// The pages whose modules are there: the one that is looked at first, then all others.
import { notify } from "./notices.js";
import { createStore } from "./store.js";

/** @typedef {{path: string, title: string, load: () => Promise<() => unknown>}} Page */

const PATIENCE_MS = 500;

export const loadedPages = createStore(
  /** @type {ReadonlyMap<string, () => unknown>} */ (new Map()),
);

/** @param {Page} page */
async function load(page) {
  if (loadedPages.get().has(page.path)) return;
  const component = await page.load();
  loadedPages.set((before) => new Map(before).set(page.path, component));
}

/**
 * Loads a page that somebody waits for.
 * @param {Page} page
 */
export function loadPage(page) {
  load(page).catch(() =>
    notify(`The page ${page.title} can't be loaded.`, {
      kind: "fault",
      action: { label: "Reload", run: () => location.reload() },
    }),
  );
}

/**
 * Loads the others once the first page stands, so that going to one takes no time.
 * @param {Page[]} pages
 */
export function loadOtherPages(pages) {
  const stop = loadedPages.follow(() => {
    stop();
    setTimeout(async () => {
      for (const page of pages) await load(page).catch(() => {});
    }, PATIENCE_MS);
  });
}
