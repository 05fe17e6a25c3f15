// Starts the pages: the header, the banners and the page that the address names.

import { station } from "./api.js";
import { Banners } from "./components/layout/banners.js";
import { FirstSteps } from "./components/layout/first_steps.js";
import { Header } from "./components/layout/header.js";
import { Notices } from "./components/layout/notices.js";
import { UploadProgress } from "./components/layout/upload_progress.js";
import { PAGES } from "./pages/index.js";
import { html, render, useEffect } from "./preact.js";
import { startEvents } from "./state/events.js";
import { path, startRouter } from "./state/router.js";
import { followRun } from "./state/run.js";
import { useStore } from "./state/store.js";
import { guardUploads } from "./state/uploads.js";

function App() {
  const current = useStore(path);
  const page = PAGES.find((candidate) => candidate.path === current) ?? PAGES[0];
  useEffect(() => {
    document.title = `${page.title} · ${station}`;
  }, [page]);
  return html`
    <${Header} current=${page.path} />
    <${Banners} />
    <${FirstSteps} page=${page.path} />
    <${UploadProgress} />
    <${page.component} key=${page.path} />
    <${Notices} />`;
}

startRouter();
followRun();
startEvents();
guardUploads();
render(html`<${App} />`, /** @type {HTMLElement} */ (document.getElementById("app")));
