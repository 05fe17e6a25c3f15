// What came of all parts: totals, hours, and each single one.
import { html, useCallback, useEffect, useState } from "../preact.js";
import { address, get, query } from "../api.js";
import { showCount, showDateTime, showMs, showScore } from "../format.js";
import { attempt } from "../notices.js";
import { useRefresh } from "../refresh.js";
import { Counters } from "../components/counters.js";
import { ChoiceField } from "../components/fields.js";
import { HourChart } from "../components/hour_chart.js";
import { InspectionDetail } from "../components/inspection_detail.js";
import { ReviewTag } from "../components/review.js";
import { VerdictTag } from "../components/verdict.js";

const PAGE = 25;
const HOUR_MS = 3600_000;
const SPANS = [["8", "Last 8 hours"], ["24", "Last 24 hours"], ["72", "Last 3 days"], ["168", "Last 7 days"]];
const OUTCOMES = [["", "All"], ["OK", "OK"], ["NG", "NG"], ["ERROR", "ERROR"], ["MISSED", "MISSED"]];
const SCENES = [["", "All"], ["true", "Changed"]];

function useSummary(hours) {
  const [summary, setSummary] = useState(null);
  const load = useCallback(() => attempt(async () => setSummary(await get(`results/summary?hours=${hours}`))), [hours]);
  useRefresh(load);
  return [summary, load];
}

function Latencies({ latency }) {
  return html`<p class="quiet small">Trigger to verdict: half within <b>${showMs(latency.p50_ms)}</b>, 95 % within
    <b> ${showMs(latency.p95_ms)}</b>, 99 % within <b>${showMs(latency.p99_ms)}</b></p>`;
}

function Row({ entry, onOpen }) {
  const { inspection, review } = entry;
  return html`
    <tr class=${inspection.outcome} onClick=${onOpen}>
      <td><button class="row-button" onClick=${onOpen} aria-label=${`Part ${inspection.trigger_id}`}>${inspection.trigger_id}</button></td>
      <td>${showDateTime(inspection.triggered_at)}</td>
      <td><${VerdictTag} outcome=${inspection.outcome} />${inspection.scene?.changed && html` <span class="tag">scene changed</span>`}
        <${ReviewTag} inspection=${inspection} review=${review} /></td>
      <td class="right">${showScore(inspection.score)}</td>
      <td class="right">${showScore(inspection.threshold)}</td>
      <td>${inspection.part_id ?? inspection.reason ?? ""}</td>
      <td>${inspection.recipe ? `${inspection.recipe.name} v${inspection.recipe.version}` : ""}</td>
      <td>${inspection.model ? `${inspection.model.name} v${inspection.model.version}` : ""}</td>
    </tr>`;
}

function Parts({ hours, toReview, onReviewed }) {
  const [filter, setFilter] = useState({ outcome: "", recipe: "", scene_changed: "", to_review: "" });
  const [recipes, setRecipes] = useState([]);
  const [pages, setPages] = useState([null]);
  const [found, setFound] = useState({ inspections: [], next_before: null });
  const [open, setOpen] = useState(null);
  const before = pages.at(-1);
  const from = new Date(Math.floor(Date.now() / HOUR_MS) * HOUR_MS - (hours - 1) * HOUR_MS).toISOString();
  const key = query({ ...filter, from });

  useEffect(() => { attempt(async () => setRecipes((await get("recipes")).recipes)); }, []);
  const load = useCallback(() => attempt(async () =>
    setFound(await get(`inspections${query({ ...filter, from, before, limit: PAGE })}`))), [key, before]);
  useRefresh(load);

  const settled = (entry) => { setOpen(entry); load(); onReviewed(); };
  const reviews = [["", "All"], ["true", `To review (${showCount(toReview)})`]];
  const set = (name) => (value) => { setFilter({ ...filter, [name]: value }); setPages([null]); };
  return html`
    <section class="parts" aria-label="Parts">
      <div class="filters">
        <${ChoiceField} label="Verdict" value=${filter.outcome} options=${OUTCOMES} onChange=${set("outcome")} />
        <${ChoiceField} label="Recipe" value=${filter.recipe} onChange=${set("recipe")}
          options=${[["", "All"], ...recipes.map(({ name }) => [name, name])]} />
        <${ChoiceField} label="Scene" value=${filter.scene_changed} options=${SCENES} onChange=${set("scene_changed")} />
        <${ChoiceField} label="Review" value=${filter.to_review} options=${reviews} onChange=${set("to_review")} />
        <a class="button" href=${address.csv({ ...filter, from })} download="inspections.csv">Download CSV</a>
      </div>
      <div class="table-frame">
        <table class="parts-table">
          <thead><tr><th scope="col">Part</th><th scope="col">Triggered</th><th scope="col">Verdict</th>
            <th scope="col" class="right">Score</th><th scope="col" class="right">Threshold</th>
            <th scope="col">Part id or reason</th><th scope="col">Recipe</th><th scope="col">Model</th></tr></thead>
          <tbody>${found.inspections.map((entry) => html`<${Row} key=${entry.seq} entry=${entry} onOpen=${() => setOpen(entry)} />`)}</tbody>
        </table>
        ${!found.inspections.length && html`<p class="quiet empty">No parts here.</p>`}
      </div>
      <nav class="button-row" aria-label="Paging">
        <button disabled=${pages.length === 1} onClick=${() => setPages(pages.slice(0, -1))}>Newer</button>
        <button disabled=${found.next_before === null} onClick=${() => setPages([...pages, found.next_before])}>Older</button>
      </nav>
      ${open && html`<${InspectionDetail} key=${open.seq} entry=${open} onClose=${() => setOpen(null)} onSettled=${settled} />`}
    </section>`;
}

export function ResultsPage() {
  const [hours, setHours] = useState("24");
  const [summary, reload] = useSummary(hours);
  const counts = summary && { OK: summary.ok, NG: summary.ng, ERROR: summary.error, MISSED: summary.missed };
  return html`
    <main class="sheet">
      <header class="sheet-head"><h1>Results</h1>
        <${ChoiceField} label="Time" value=${hours} options=${SPANS} onChange=${setHours} /></header>
      ${summary && html`
        <${Counters} counts=${counts} />
        <${HourChart} byHour=${summary.by_hour} hours=${Number(hours)} />
        <${Latencies} latency=${summary.latency} />`}
      <${Parts} hours=${Number(hours)} toReview=${summary?.to_review ?? 0} onReviewed=${reload} />
    </main>`;
}
