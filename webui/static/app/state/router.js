// Pages have addresses of their own; going from one to another keeps the event stream.
import { query } from "../pure/query.js";
import { createDialogHistory } from "./dialog_history.js";
import { createStore } from "./store.js";

export const path = createStore(location.pathname);
/** The query of the address with its question mark, or "". */
export const addressQuery = createStore(location.search);
export const dialogHistory = createDialogHistory(window);

function follow() {
  path.set(location.pathname);
  addressQuery.set(location.search);
}

/** @param {string} address */
export function goTo(address) {
  dialogHistory.whenStill(() => {
    if (address === location.pathname + location.search) return;
    history.pushState(null, "", address);
    follow();
  });
}

/**
 * Shows the same page by another query.
 * @param {Record<string, string>} parameters
 */
export const goToQuery = (parameters) => goTo(`${location.pathname}${query(parameters)}`);

export function startRouter() {
  addEventListener("popstate", follow);
  dialogHistory.start();
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a[data-page]");
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    goTo(link.getAttribute("href") ?? "/");
  });
}
