// How good the parts were and how good the verdicts: figures, charts and tables of a period.

import { SubPages } from "../components/layout/sub_pages.js";
import { html } from "../preact.js";
import { text } from "../texts/texts.js";

export function QualityPage() {
  return html`
    <main class="sheet quality">
      <header class="sheet-head"><h1 class="visually-hidden">${text("page-quality")}</h1>
        <${SubPages} entry="results" /></header>
    </main>`;
}
