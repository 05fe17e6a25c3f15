// The pages whose modules and texts are there: the one that is looked at first, then all others.

import { loadTexts, text } from "../texts/texts.js";
import { notify } from "./notices.js";
import { createStore } from "./store.js";

/**
 * @typedef {"configuration" | "training" | "dataset" | "model" | "inspection" | "results" | "quality"
 *   | "line" | "cloud" | "account" | "settings"} PageName
 * A page at the address of its name.
 * @typedef {{name: PageName, load: () => Promise<() => unknown>}} Page
 */

const PATIENCE_MS = 500;

export const loadedPages = createStore(
  /** @type {ReadonlyMap<PageName, () => unknown>} */ (new Map()),
);

/** @param {PageName} name */
export const pageTitle = (name) => text(`page-${name}`);

/** @param {Page} page */
async function load(page) {
  if (loadedPages.get().has(page.name)) return;
  const [component] = await Promise.all([page.load(), loadTexts(page.name)]);
  loadedPages.set((before) => new Map(before).set(page.name, component));
}

/**
 * Loads a page that somebody waits for.
 * @param {Page} page
 */
export function loadPage(page) {
  load(page).catch(() =>
    notify(text("notices-page-not-loaded", { page: pageTitle(page.name) }), {
      kind: "fault",
      action: { label: text("reload"), run: () => location.reload() },
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
