import { address, post, put } from "../../api.js";
import { html, useState } from "../../preact.js";
import { showCount, showMs, showScore } from "../../pure/format.js";
import { useAnswer } from "../../state/answer.js";
import { refreshStatus } from "../../state/events.js";
import { attempt, notify } from "../../state/notices.js";
import { useRefresh } from "../../state/refresh.js";
import { usePartDetail } from "../shared/inspection_detail.js";
import { VerdictTag } from "../shared/verdict.js";

const WIDTH_PX = 320;
const SHOWN = 12;

/** @param {{trial: Trial, summary: TrialSummary}} props */
function Counts({ trial, summary }) {
  /** @param {ModelVersion} which */
  const by = (which) => `version ${which.version}`;
  return html`
    <table class="confusion" data-testid="trial-counts">
      <caption class="visually-hidden">Verdicts of both versions on the same parts</caption>
      <thead><tr><td></td><th scope="col">${by(trial.model)}: OK</th><th scope="col">${by(trial.model)}: NG</th></tr></thead>
      <tbody>
        <tr><th scope="row">${by(trial.beside)}: OK</th><td>${showCount(summary.ok_ok)}</td><td class=${summary.ok_ng ? "wrong" : ""}>${showCount(summary.ok_ng)}</td></tr>
        <tr><th scope="row">${by(trial.beside)}: NG</th><td class=${summary.ng_ok ? "wrong" : ""}>${showCount(summary.ng_ok)}</td><td>${showCount(summary.ng_ng)}</td></tr>
      </tbody>
    </table>`;
}

/**
 * @param {{
 *   source: string | null,
 *   heat: string | false,
 *   name: string,
 *   score: number | null,
 *   threshold: number | null,
 *   verdict: Verdict,
 * }} props
 */
function Side({ source, heat, name, score, threshold, verdict }) {
  const [exists, setExists] = useState(true);
  return html`
    <figure>
      <div class="trial-picture">
        ${source ? html`<img src=${source} loading="lazy" alt=${name} />` : html`<p class="gone small">picture deleted</p>`}
        ${source && heat && verdict === "NG" && exists && html`<img class="heat" src=${heat} loading="lazy" alt="" onError=${() => setExists(false)} />`}
      </div>
      <figcaption class="small"><span>${name}</span><${VerdictTag} outcome=${verdict} />
        <span class="quiet">${showScore(score)} at ${showScore(threshold)}</span></figcaption>
    </figure>`;
}

/**
 * @param {{
 *   trial: Trial,
 *   part: TrialPart,
 *   onOpen: Setter<string>,
 *   onSettled: () => unknown,
 * }} props
 */
function Part({ trial, part, onOpen, onSettled }) {
  const { inspection } = part;
  const { inspection_id: id, score, threshold } = inspection;
  // A rule of the detection may have made the part NG: here only the models are compared.
  const active = score !== null && threshold !== null && score > threshold ? "NG" : "OK";
  const source = inspection.picture_path && address.picture(id, WIDTH_PX);
  const [keep, setKeep] = useState(Boolean(source));
  /** @param {Verdict} verdict */
  const settle = (verdict) =>
    attempt(async () => {
      await put(`trials/${trial.trial_id}/parts/${id}`, { verdict, to_regression_set: keep });
      notify(
        keep
          ? `Part ${inspection.trigger_id} is in the regression set as ${verdict}.`
          : `Recorded: part ${inspection.trigger_id} is ${verdict}.`,
      );
      onSettled();
    });
  return html`
    <li class="trial-part" data-testid=${`trial-part-${inspection.trigger_id}`}>
      <div class="field-head"><b>Part ${inspection.trigger_id}</b>
        <button onClick=${() => onOpen(id)}>Details</button></div>
      <div class="pair">
        <${Side} source=${source} heat=${address.heatmap(id)} name=${`version ${trial.beside.version}`}
          score=${score} threshold=${threshold} verdict=${active} />
        <${Side} source=${source} heat=${part.has_heat_map && address.trialHeatmap(trial.trial_id, id)} name=${`version ${trial.model.version}`}
          score=${part.score} threshold=${part.threshold} verdict=${part.verdict} />
      </div>
      ${
        part.settled_as
          ? html`<p class="small"><b>${part.settled_as}</b> is correct, according to ${part.settled_by}.</p>`
          : html`
          <div class="button-row">
            <button onClick=${() => settle("OK")}>OK is correct</button>
            <button onClick=${() => settle("NG")}>NG is correct</button>
          </div>
          ${
            source &&
            html`<button aria-pressed=${keep} onClick=${() => setKeep(!keep)}>
            ${keep ? "✓ Add to the regression set" : "Don't add to the regression set"}</button>`
          }`
      }
    </li>`;
}

/** @param {TrialSummary} summary */
function timeWords({ mean_extra_ms: mean, p95_extra_ms: p95 }) {
  if (mean === null || p95 === null) return "";
  /** @param {number} ms */
  const signed = (ms) => `${ms < 0 ? "−" : "+"}${showMs(Math.abs(ms))}`;
  return `Compared with the active version, it takes ${signed(mean)} per part on average and at most ${signed(p95)} for 95 % of parts.`;
}

/**
 * A version on trial beside the one that runs: what both made of the same parts. It is read again
 * when another one is `running`.
 * @param {{running: number | undefined, onChange: () => unknown}} props
 */
export function ShadowTrial({ running, onChange }) {
  const { openPart, detail } = usePartDetail();
  const { answer: view, reload } = useAnswer("trial", running);
  useRefresh(reload);
  const path = view?.trial
    ? /** @type {const} */ (`trials/${view.trial.trial_id}/parts?limit=${SHOWN}`)
    : null;
  const parts = useAnswer(path, view).answer?.parts ?? [];
  if (!view?.trial || !view.summary) return null;
  const { trial, summary } = view;
  const stop = () =>
    attempt(async () => {
      await post("trial/stop");
      await refreshStatus();
      await reload();
      onChange();
    });
  const settled = summary.settled_for_trial + summary.settled_for_active;
  return html`
    <section class="trial" data-testid="trial" aria-label="Trial">
      <div class="field-head"><h2>${trial.model.name} version ${trial.model.version} ${trial.stopped_at ? "was" : "is"} on trial</h2>
        ${!trial.stopped_at && html`<button onClick=${stop}>End the trial</button>`}</div>
      <p>${trial.stopped_at ? "Was compared" : "Being compared"} with version ${trial.beside.version}: <b>${showCount(summary.compared)}</b> parts
        compared, <b>${showCount(summary.skipped)}</b> skipped, <b>${showCount(summary.disagree)}</b> differ.</p>
      ${
        summary.compared > 0 &&
        html`
        <${Counts} trial=${trial} summary=${summary} />
        <p class="small quiet">${timeWords(summary)}</p>`
      }
      ${
        settled > 0 &&
        html`<p class="small">Of ${settled} reviewed parts, version ${trial.model.version} was correct on
        <b> ${summary.settled_for_trial}</b> and version ${trial.beside.version} on <b>${summary.settled_for_active}</b>.</p>`
      }
      ${
        parts.length > 0 &&
        html`
        <details open=${!trial.stopped_at}><summary>Parts with different verdicts</summary>
          <ul class="trial-parts">
            ${parts.map(
              (part) =>
                html`<${Part} key=${part.inspection.inspection_id} trial=${trial} part=${part} onOpen=${openPart} onSettled=${() => {
                  reload();
                  onChange();
                }} />`,
            )}
          </ul>
          ${summary.disagree > parts.length && html`<p class="small quiet">The newest ${parts.length} of ${showCount(summary.disagree)} are shown.</p>`}
        </details>`
      }
      ${detail}
    </section>`;
}
