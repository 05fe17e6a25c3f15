// Starts the pages: the header, the banners and the page that the address names.

import { station } from "./api.js";
import { Banners } from "./components/layout/banners.js";
import { ConsentDialog } from "./components/layout/consent_dialog.js";
import { FirstSteps } from "./components/layout/first_steps.js";
import { Header } from "./components/layout/header.js";
import { PageBar } from "./components/layout/page_bar.js";
import { Shortcuts } from "./components/layout/shortcuts_dialog.js";
import { UploadProgress } from "./components/layout/upload_progress.js";
import { Notices } from "./components/shared/notices.js";
import { PAGES } from "./pages/index.js";
import { html, render, useEffect } from "./preact.js";
import { isLive, startEvents } from "./state/events.js";
import { followCauses } from "./state/fault_causes.js";
import { loadedPages, loadOtherPages, loadPage, pageTitle } from "./state/loaded_pages.js";
import { followParts } from "./state/part_strip.js";
import { path, startRouter } from "./state/router.js";
import { useStore } from "./state/store.js";
import { guardUploads } from "./state/uploads.js";
import { loadTexts } from "./texts/texts.js";

const RETRY_MS = 1000;

function App() {
  const current = useStore(path);
  const page = PAGES.find(({ name }) => `/${name}` === current) ?? PAGES[0];
  const address = `/${page.name}`;
  const component = useStore(loadedPages).get(page.name);
  useEffect(() => {
    document.title = `${pageTitle(page.name)} · ${station}`;
    loadPage(page);
  }, [page]);
  return html`
    <${Header} current=${address} />
    <${Banners} />
    <${FirstSteps} page=${address} />
    <${Notices} />
    <${UploadProgress} />
    ${component && html`<${component} key=${page.name} />`}
    <${PageBar} current=${address} />
    <${Shortcuts} />
    <${ConsentDialog} />`;
}

/** Nothing can be said without texts: a station that is away for a moment is asked again. */
async function loadFirstTexts() {
  for (;;) {
    try {
      return await loadTexts("app");
    } catch {
      await new Promise((done) => setTimeout(done, RETRY_MS));
    }
  }
}

async function start() {
  await loadFirstTexts();
  startRouter();
  followParts();
  followCauses();
  isLive.follow((live) => document.documentElement.classList.toggle("stale", !live));
  startEvents();
  guardUploads();
  render(html`<${App} />`, /** @type {HTMLElement} */ (document.getElementById("app")));
  loadOtherPages(PAGES);
}

start();
