// Starts the pages: the header, the banners and the page that the address names.

import { station } from "./api.js";
import { Banners } from "./components/layout/banners.js";
import { Header } from "./components/layout/header.js";
import { Notices } from "./components/layout/notices.js";
import { PAGES } from "./pages/index.js";
import { html, render, useEffect } from "./preact.js";
import { isLive, startEvents } from "./state/events.js";
import { followCauses } from "./state/fault_causes.js";
import { followParts } from "./state/part_strip.js";
import { path, startRouter } from "./state/router.js";
import { useStore } from "./state/store.js";

function App() {
  const current = useStore(path);
  const page = PAGES.find((candidate) => candidate.path === current) ?? PAGES[0];
  useEffect(() => {
    document.title = `${page.title} · ${station}`;
  }, [page]);
  return html`
    <${Header} current=${page.path} />
    <${Banners} />
    <${Notices} />
    <${page.component} key=${page.path} />`;
}

startRouter();
followParts();
followCauses();
isLive.follow((live) => document.documentElement.classList.toggle("stale", !live));
startEvents();
render(html`<${App} />`, /** @type {HTMLElement} */ (document.getElementById("app")));
