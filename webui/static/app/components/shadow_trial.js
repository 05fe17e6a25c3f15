import { html, useCallback, useState } from "../preact.js";
import { address, get, post, put } from "../api.js";
import { refreshStatus } from "../events.js";
import { showCount, showMs, showScore } from "../format.js";
import { attempt, notify } from "../notices.js";
import { useRefresh } from "../refresh.js";
import { InspectionDetail } from "./inspection_detail.js";
import { VerdictTag } from "./verdict.js";

const WIDTH_PX = 320;
const SHOWN = 12;

function Counts({ trial, summary }) {
  const by = (which) => `version ${which.version}`;
  return html`
    <table class="confusion" data-testid="trial-counts">
      <caption class="visually-hidden">What both versions said of the same parts</caption>
      <thead><tr><td></td><th scope="col">${by(trial.model)}: OK</th><th scope="col">${by(trial.model)}: NG</th></tr></thead>
      <tbody>
        <tr><th scope="row">${by(trial.beside)}: OK</th><td>${showCount(summary.ok_ok)}</td><td class=${summary.ok_ng ? "wrong" : ""}>${showCount(summary.ok_ng)}</td></tr>
        <tr><th scope="row">${by(trial.beside)}: NG</th><td class=${summary.ng_ok ? "wrong" : ""}>${showCount(summary.ng_ok)}</td><td>${showCount(summary.ng_ng)}</td></tr>
      </tbody>
    </table>`;
}

function Side({ source, heat, name, score, threshold, verdict }) {
  const [there, setThere] = useState(true);
  return html`
    <figure>
      <div class="trial-picture">
        ${source ? html`<img src=${source} loading="lazy" alt=${name} />` : html`<p class="gone small">no picture any more</p>`}
        ${source && heat && there && html`<img class="heat" src=${heat} loading="lazy" alt="" onError=${() => setThere(false)} />`}
      </div>
      <figcaption class="small"><span>${name}</span><${VerdictTag} outcome=${verdict} />
        <span class="quiet">${showScore(score)} at ${showScore(threshold)}</span></figcaption>
    </figure>`;
}

function Part({ trial, part, onOpen, onSettled }) {
  const { inspection } = part;
  const id = inspection.inspection_id;
  // A rule of the detection may have made the part NG: here only the models are compared.
  const active = inspection.score > inspection.threshold ? "NG" : "OK";
  const source = inspection.picture_path && address.picture(id, WIDTH_PX);
  const [keep, setKeep] = useState(Boolean(source));
  const settle = (verdict) => attempt(async () => {
    await put(`trials/${trial.trial_id}/parts/${id}`, { verdict, to_regression_set: keep });
    notify(keep ? `Part ${inspection.trigger_id} is in the regression set as ${verdict}.` : `Noted: part ${inspection.trigger_id} is ${verdict}.`);
    onSettled();
  });
  return html`
    <li class="trial-part" data-testid=${`trial-part-${inspection.trigger_id}`}>
      <div class="field-head"><b>Part ${inspection.trigger_id}</b>
        <button onClick=${() => onOpen(inspection)}>Details</button></div>
      <div class="pair">
        <${Side} source=${source} heat=${address.heatmap(id)} name=${`version ${trial.beside.version}`}
          score=${inspection.score} threshold=${inspection.threshold} verdict=${active} />
        <${Side} source=${source} heat=${part.has_heat_map && address.trialHeatmap(trial.trial_id, id)} name=${`version ${trial.model.version}`}
          score=${part.score} threshold=${part.threshold} verdict=${part.verdict} />
      </div>
      ${part.settled_as
        ? html`<p class="small"><b>${part.settled_as}</b> was right, says ${part.settled_by}.</p>`
        : html`
          <div class="button-row">
            <button onClick=${() => settle("OK")}>OK is right</button>
            <button onClick=${() => settle("NG")}>NG is right</button>
          </div>
          ${source && html`<button aria-pressed=${keep} onClick=${() => setKeep(!keep)}>
            ${keep ? "✓ Also into the regression set" : "Not into the regression set"}</button>`}`}
    </li>`;
}

function timeWords({ mean_extra_ms: mean, p95_extra_ms: p95 }) {
  if (mean === null) return "";
  const signed = (ms) => `${ms < 0 ? "−" : "+"}${showMs(Math.abs(ms))}`;
  return `Against the version that runs it takes ${signed(mean)} a part on average, and at most ${signed(p95)} for 95 % of the parts.`;
}

/** A version on trial beside the one that runs: what both made of the same parts. */
export function ShadowTrial({ running, onChange }) {
  const [view, setView] = useState(null);
  const [parts, setParts] = useState([]);
  const [open, setOpen] = useState(null);
  const load = useCallback(() => attempt(async () => {
    const found = await get("trial");
    setView(found);
    if (found.trial) setParts((await get(`trials/${found.trial.trial_id}/parts?limit=${SHOWN}`)).parts);
  }), [running]);
  useRefresh(load);
  if (!view?.trial) return null;
  const { trial, summary } = view;
  const stop = () => attempt(async () => { await post("trial/stop"); await refreshStatus(); await load(); onChange(); });
  const settled = summary.settled_for_trial + summary.settled_for_active;
  return html`
    <section class="trial" data-testid="trial" aria-label="Trial">
      <div class="field-head"><h2>${trial.model.name} version ${trial.model.version} ${trial.stopped_at ? "was" : "is"} on trial</h2>
        ${!trial.stopped_at && html`<button onClick=${stop}>End the trial</button>`}</div>
      <p>${trial.stopped_at ? "It was on" : "On"} trial beside version ${trial.beside.version}: <b>${showCount(summary.compared)}</b> parts
        compared, <b>${showCount(summary.skipped)}</b> skipped, <b>${showCount(summary.disagree)}</b> disagree.</p>
      ${summary.compared > 0 && html`
        <${Counts} trial=${trial} summary=${summary} />
        <p class="small quiet">${timeWords(summary)}</p>`}
      ${settled > 0 && html`<p class="small">Of ${settled} settled parts version ${trial.model.version} was right on
        <b> ${summary.settled_for_trial}</b>, version ${trial.beside.version} on <b>${summary.settled_for_active}</b>.</p>`}
      ${parts.length > 0 && html`
        <details open=${!trial.stopped_at}><summary>Where they disagree</summary>
          <ul class="trial-parts">
            ${parts.map((part) => html`<${Part} key=${part.inspection.inspection_id} trial=${trial} part=${part} onOpen=${setOpen} onSettled=${() => { load(); onChange(); }} />`)}
          </ul>
          ${summary.disagree > parts.length && html`<p class="small quiet">The newest ${parts.length} of ${showCount(summary.disagree)} are shown.</p>`}
        </details>`}
      ${open && html`<${InspectionDetail} entry=${{ seq: open.seq, inspection: open }} onClose=${() => setOpen(null)} />`}
    </section>`;
}
