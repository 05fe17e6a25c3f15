// Starts the pages: the header, the banners and the page that the address names.
import { html, render, useEffect } from "./preact.js";
import { startEvents } from "./events.js";
import { followRun } from "./run.js";
import { path, startRouter } from "./router.js";
import { useStore } from "./store.js";
import { station } from "./api.js";
import { Header } from "./components/header.js";
import { Banners } from "./components/banners.js";
import { Notices } from "./components/notices.js";
import { PAGES } from "./pages/index.js";

function App() {
  const current = useStore(path);
  const page = PAGES.find((candidate) => candidate.path === current) ?? PAGES[0];
  useEffect(() => {
    document.title = `${page.title} · ${station}`;
  }, [page]);
  return html`
    <${Header} current=${page.path} />
    <${Banners} />
    <${page.component} key=${page.path} />
    <${Notices} />`;
}

startRouter();
followRun();
startEvents();
render(html`<${App} />`, document.getElementById("app"));
