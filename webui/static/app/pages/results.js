// What came of all parts: totals, hours and each single one; counters of the shifts; NG alarms.

import { address } from "../api.js";
import { EarlierShifts } from "../components/results/earlier_shifts.js";
import { HourChart } from "../components/results/hour_chart.js";
import { LatencyByRecipe } from "../components/results/latency_by_recipe.js";
import { NgAlarms } from "../components/results/ng_alarms.js";
import { PresentShift } from "../components/results/present_shift.js";
import { SetAsideResults } from "../components/results/set_aside_results.js";
import { Counters } from "../components/shared/counters.js";
import { ChoiceField } from "../components/shared/fields.js";
import { InspectionDetail } from "../components/shared/inspection_detail.js";
import { Pager } from "../components/shared/pager.js";
import { ReviewTag } from "../components/shared/part_review.js";
import { Tabs } from "../components/shared/tabs.js";
import { VerdictTag } from "../components/shared/verdict.js";
import { html, useState } from "../preact.js";
import { showCount, showDateTime, showScore } from "../pure/format.js";
import { query } from "../pure/query.js";
import { useAnswer } from "../state/answer.js";
import { useRefresh } from "../state/refresh.js";

const PAGE = 25;
const HOUR_MS = 3600_000;
/** @type {[string, string][]} */
const TABS = [
  ["parts", "Parts"],
  ["shifts", "Shifts"],
  ["alarms", "NG alarms"],
];
const SPANS = [
  ["8", "Last 8 hours"],
  ["24", "Last 24 hours"],
  ["72", "Last 3 days"],
  ["168", "Last 7 days"],
];
const OUTCOMES = [
  ["", "All"],
  ["OK", "OK"],
  ["NG", "NG"],
  ["ERROR", "ERROR"],
  ["MISSED", "MISSED"],
];
const SCENES = [
  ["", "All"],
  ["true", "Changed"],
];

/** @param {{entry: InspectionEntry, onOpen: () => unknown}} props */
function Row({ entry, onOpen }) {
  const { inspection, review } = entry;
  return html`
    <tr class=${inspection.outcome} onClick=${onOpen}>
      <td><button class="row-button" onClick=${onOpen} aria-label=${`Part ${inspection.trigger_id}`}>${inspection.trigger_id}</button></td>
      <td>${showDateTime(inspection.triggered_at)}</td>
      <td><${VerdictTag} outcome=${inspection.outcome} />${inspection.scene?.changed && html` <span class="tag">scene changed</span>`}
        ${inspection.challenge && html` <span class="tag">challenge: ${inspection.challenge.name}</span>`}
        <${ReviewTag} inspection=${inspection} review=${review} /></td>
      <td class="right">${showScore(inspection.score)}</td>
      <td class="right">${showScore(inspection.threshold)}</td>
      <td>${inspection.part_id ?? inspection.reason ?? ""}</td>
      <td>${inspection.recipe && html`<bdi>${inspection.recipe.name}</bdi> v${inspection.recipe.version}`}</td>
      <td>${inspection.model ? `${inspection.model.name} v${inspection.model.version}` : ""}</td>
    </tr>`;
}

/** @param {{hours: number, toReview: number, onReviewed: () => unknown}} props */
function Parts({ hours, toReview, onReviewed }) {
  const [filter, setFilter] = useState({
    outcome: "",
    recipe: "",
    scene_changed: "",
    to_review: "",
  });
  const recipes = useAnswer("recipes").answer?.recipes ?? [];
  const [pages, setPages] = useState(/** @type {(number | null)[]} */ ([null]));
  const [open, setOpen] = useState(/** @type {InspectionEntry | null} */ (null));
  const before = pages.at(-1);
  const from = new Date(
    Math.floor(Date.now() / HOUR_MS) * HOUR_MS - (hours - 1) * HOUR_MS,
  ).toISOString();
  const {
    answer,
    last: page,
    reload,
  } = useAnswer(`inspections${query({ ...filter, from, before, limit: PAGE })}`);
  useRefresh(reload);

  /** @param {InspectionEntry} entry */
  const settled = (entry) => {
    setOpen((shown) => (shown?.seq === entry.seq ? entry : shown));
    reload();
    onReviewed();
  };
  const reviews = [
    ["", "All"],
    ["true", `To review (${showCount(toReview)})`],
  ];
  /** @type {KeySetter<typeof filter>} */
  const set = (name) => (value) => {
    setFilter({ ...filter, [name]: value });
    setPages([null]);
  };
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
      <div class="table-frame" tabindex="0">
        <table class="parts-table">
          <thead><tr><th scope="col">Part</th><th scope="col">Triggered</th><th scope="col">Verdict</th>
            <th scope="col" class="right">Score</th><th scope="col" class="right">Threshold</th>
            <th scope="col">Part ID or reason</th><th scope="col">Recipe</th><th scope="col">Model</th></tr></thead>
          <tbody>${page?.inspections.map((entry) => html`<${Row} key=${entry.seq} entry=${entry} onOpen=${() => setOpen(entry)} />`)}</tbody>
        </table>
        ${page?.inspections.length === 0 && html`<p class="quiet empty">No parts found.</p>`}
      </div>
      <${Pager} label="Paging" onNewer=${pages.length > 1 && (() => setPages(pages.slice(0, -1)))}
        onOlder=${answer?.next_before && (() => setPages([...pages, answer.next_before]))} />
      ${open && html`<${InspectionDetail} key=${open.seq} entry=${open} onClose=${() => setOpen(null)} onSettled=${settled} />`}
    </section>`;
}

/** All parts of the last hours. */
function PartsOfTime() {
  const [hours, setHours] = useState("24");
  const { last: summary, reload } = useAnswer(`results/summary?hours=${hours}`);
  useRefresh(reload);
  const counts = summary && {
    OK: summary.ok,
    NG: summary.ng,
    ERROR: summary.error,
    MISSED: summary.missed,
  };
  return html`
    <div class="time-choice"><${ChoiceField} label="Time" value=${hours} options=${SPANS} onChange=${setHours} /></div>
    ${
      summary &&
      html`
      <${Counters} counts=${counts} />
      <${HourChart} byHour=${summary.by_hour} hours=${Number(hours)} />
      <${LatencyByRecipe} summary=${summary} />`
    }
    <${SetAsideResults} />
    <${Parts} hours=${Number(hours)} toReview=${summary?.to_review ?? 0} onReviewed=${reload} />`;
}

export function ResultsPage() {
  const [tab, setTab] = useState("parts");
  return html`
    <main class="sheet">
      <header class="sheet-head"><h1>Results</h1></header>
      <${Tabs} label="Results" options=${TABS} value=${tab} onChange=${setTab} />
      ${tab === "parts" && html`<${PartsOfTime} />`}
      ${tab === "shifts" && html`<${PresentShift} /><${EarlierShifts} />`}
      ${tab === "alarms" && html`<${NgAlarms} />`}
    </main>`;
}
