// Pages have addresses of their own; going from one to another keeps the event stream.
import { createStore } from "./store.js";

export const path = createStore(location.pathname);

/** @param {string} address */
export function goTo(address) {
  if (address === location.pathname + location.search) return;
  history.pushState(null, "", address);
  path.set(location.pathname);
}

export function startRouter() {
  addEventListener("popstate", () => path.set(location.pathname));
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a[data-page]");
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    goTo(link.getAttribute("href") ?? "/");
  });
}
