import { address, post, put } from "../../api.js";
import { html, useState } from "../../preact.js";
import { showCount, showMs, showScore } from "../../pure/format.js";
import { useAnswer } from "../../state/answer.js";
import { refreshStatus } from "../../state/events.js";
import { attempt, notify } from "../../state/notices.js";
import { useRefresh } from "../../state/refresh.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";
import { usePartDetail } from "../shared/inspection_detail.js";
import { VerdictTag } from "../shared/verdict.js";

const WIDTH_PX = 320;
const SHOWN = 12;

/** @param {{trial: Trial, summary: TrialSummary}} props */
function Counts({ trial, summary }) {
  /** @type {(which: ModelVersion, verdict: Verdict) => string} */
  const by = ({ version }, verdict) => text("trial-verdict", { version, verdict });
  return html`
    <table class="confusion" data-testid="trial-counts">
      <caption class="visually-hidden">${text("trial-verdicts")}</caption>
      <thead><tr><td></td><th scope="col">${by(trial.model, "OK")}</th><th scope="col">${by(trial.model, "NG")}</th></tr></thead>
      <tbody>
        <tr><th scope="row">${by(trial.beside, "OK")}</th><td>${showCount(summary.ok_ok)}</td><td class=${summary.ok_ng ? "wrong" : ""}>${showCount(summary.ok_ng)}</td></tr>
        <tr><th scope="row">${by(trial.beside, "NG")}</th><td class=${summary.ng_ok ? "wrong" : ""}>${showCount(summary.ng_ok)}</td><td>${showCount(summary.ng_ng)}</td></tr>
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
        ${source ? html`<img src=${source} loading="lazy" alt=${name} />` : html`<p class="gone small">${text("trial-picture-deleted")}</p>`}
        ${source && heat && verdict === "NG" && exists && html`<img class="heat" src=${heat} loading="lazy" alt="" onError=${() => setExists(false)} />`}
      </div>
      <figcaption class="small"><span>${name}</span><${VerdictTag} outcome=${verdict} />
        <span class="quiet">${text("trial-score", { score: showScore(score), threshold: showScore(threshold) })}</span></figcaption>
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
  const number = String(inspection.trigger_id);
  // A rule of the detection may have made the part NG: here only the models are compared.
  const active = score !== null && threshold !== null && score > threshold ? "NG" : "OK";
  const source = inspection.picture_path && address.picture(id, WIDTH_PX);
  const [keep, setKeep] = useState(Boolean(source));
  /** @param {Verdict} verdict */
  const settle = (verdict) =>
    attempt(async () => {
      await put(`trials/${trial.trial_id}/parts/${id}`, { verdict, to_regression_set: keep });
      notify(text(keep ? "trial-kept" : "trial-recorded", { part: number, verdict }));
      onSettled();
    });
  return html`
    <li class="trial-part" data-testid=${`trial-part-${inspection.trigger_id}`}>
      <div class="field-head"><b>${text("trial-part", { part: number })}</b>
        <button onClick=${() => onOpen(id)}>${text("details")}</button></div>
      <div class="pair">
        <${Side} source=${source} heat=${address.heatmap(id)} name=${text("compare-versions-version", trial.beside)}
          score=${score} threshold=${threshold} verdict=${active} />
        <${Side} source=${source} heat=${part.has_heat_map && address.trialHeatmap(trial.trial_id, id)} name=${text("compare-versions-version", trial.model)}
          score=${part.score} threshold=${part.threshold} verdict=${part.verdict} />
      </div>
      ${
        part.settled_as
          ? html`<p class="small">${richText("trial-is-correct-by", { verdict: part.settled_as, person: part.settled_by ?? "" })}</p>`
          : html`
          <div class="button-row">
            <button onClick=${() => settle("OK")}>${text("trial-is-correct", { verdict: "OK" })}</button>
            <button onClick=${() => settle("NG")}>${text("trial-is-correct", { verdict: "NG" })}</button>
          </div>
          ${
            source &&
            html`<button aria-pressed=${keep} onClick=${() => setKeep(!keep)}>
            ${text(keep ? "trial-keep" : "trial-keep-not")}</button>`
          }`
      }
    </li>`;
}

/** @param {TrialSummary} summary */
function timeWords({ mean_extra_ms: mean, p95_extra_ms: p95 }) {
  if (mean === null || p95 === null) return "";
  /** @param {number} ms */
  const signed = (ms) => `${ms < 0 ? "−" : "+"}${showMs(Math.abs(ms))}`;
  return text("trial-time", { mean: signed(mean), p95: signed(p95) });
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
  const beside = trial.beside.version;
  const settled = summary.settled_for_trial + summary.settled_for_active;
  return html`
    <section class="trial" data-testid="trial" aria-label=${text("trial")}>
      <div class="field-head"><h2>${text(trial.stopped_at ? "trial-ran" : "trial-runs", trial.model)}</h2>
        ${!trial.stopped_at && html`<button onClick=${stop}>${text("trial-end")}</button>`}</div>
      <p>${richText(trial.stopped_at ? "trial-stopped" : "trial-running", { beside, ...summary })}</p>
      ${
        summary.compared > 0 &&
        html`
        <${Counts} trial=${trial} summary=${summary} />
        <p class="small quiet">${timeWords(summary)}</p>`
      }
      ${
        settled > 0 &&
        html`<p class="small">${richText("trial-settled", {
          settled,
          version: trial.model.version,
          trial: summary.settled_for_trial,
          beside,
          active: summary.settled_for_active,
        })}</p>`
      }
      ${
        parts.length > 0 &&
        html`
        <details open=${!trial.stopped_at}><summary>${text("trial-differing")}</summary>
          <ul class="trial-parts">
            ${parts.map(
              (part) =>
                html`<${Part} key=${part.inspection.inspection_id} trial=${trial} part=${part} onOpen=${openPart} onSettled=${() => {
                  reload();
                  onChange();
                }} />`,
            )}
          </ul>
          ${summary.disagree > parts.length && html`<p class="small quiet">${text("trial-newest", { count: parts.length, all: summary.disagree })}</p>`}
        </details>`
      }
      ${detail}
    </section>`;
}
