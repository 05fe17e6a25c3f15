// One wire to a PLC: whether it is ready, its signals now, and their timing diagram.
import { html } from "../../preact.js";
import { showMs, showScore } from "../../pure/format.js";
import {
  bufferedResults,
  changeoverWords,
  runningRecipeWords,
  wireWords,
} from "../../pure/wire_state.js";
import { text } from "../../texts/texts.js";
import { NgShape, OkShape, TriggerIcon } from "../shared/icons.js";
import { VerdictTag } from "../shared/verdict.js";
import { TimingDiagram } from "./timing_diagram.js";

const SHAPES = { good: OkShape, waiting: TriggerIcon, fault: NgShape };

/** @param {{wire: WireState}} props */
function ReadyPlate({ wire }) {
  const { title, words, level } = wireWords(wire);
  return html`
    <div class=${`ready-plate ${level}`} role="status" data-testid="ready-plate">
      <${SHAPES[level]} size=${56} /><div><b>${title}</b><p>${words}</p></div>
    </div>`;
}

/** @param {{title: string, levels: Record<string, boolean>}} props */
function Lamps({ title, levels }) {
  return html`
    <section aria-label=${title}><h3>${title}</h3>
      <ul class="signal-lamps">
        ${Object.entries(levels).map(
          ([name, high]) => html`
          <li key=${name} data-signal=${name} data-high=${high}><span class=${`signal-lamp ${high ? "high" : ""}`} /><span class="mono">${name}</span>
            <span class="visually-hidden">${text(high ? "wire-high" : "wire-low")}</span></li>`,
        )}
      </ul></section>`;
}

/** @param {{result: WireState["station"]["result"]}} props */
function ShownResult({ result }) {
  if (!result) return text("wire-none-yet");
  const { outcome, trigger_id: id, part_id, score, verdict_ms, late } = result;
  const words = text("wire-result-words", {
    part: part_id ? `${id} (${part_id})` : String(id),
    score: showScore(score),
    verdict: showMs(verdict_ms),
    late: late ? "yes" : "no",
  });
  return html`<${VerdictTag} outcome=${outcome} /> ${words}`;
}

/** @param {{wire: WireState}} props */
function Facts({ wire }) {
  const { plc, station, changeover, recipe } = wire;
  return html`
    <dl class="facts">
      <dt>${text("wire-part-id")}</dt><dd>${plc.part_id ?? text("wire-none")}</dd>
      <dt>${text("wire-newest-part")}</dt><dd>${station.acquisition_id || text("wire-none-yet")}</dd>
      <dt>${text("wire-trigger-error")}</dt><dd class=${station.acquisition_error ? "wrong" : ""} data-testid="acquisition-error">${text("wire-trigger-errors", { number: station.acquisition_error })}</dd>
      <dt>${text("wire-result")}</dt><dd data-testid="wire-result"><${ShownResult} result=${station.result} /></dd>
      <dt>${text("wire-results-waiting")}</dt><dd class=${station.results_overrun ? "wrong" : ""}>${bufferedResults(station)}</dd>
      <dt>${text("wire-recipe")}</dt><dd>${runningRecipeWords(recipe)}</dd>
      <dt>${text("wire-recipe-change")}</dt><dd class=${changeover.failed ? "wrong" : ""}>${changeoverWords(changeover)}</dd>
    </dl>`;
}

/** @param {{wire: WireState}} props */
export function WireCard({ wire }) {
  const { status, plc, load_recipe, station, changeover } = wire;
  const { trigger_enable, trigger, results_ack } = plc;
  const given = { trigger_enable, trigger, results_ack, load_recipe };
  const told = {
    online: station.online,
    trigger_ready: station.trigger_ready,
    trigger_ack: station.trigger_ack,
    exposure_complete: station.exposure_complete,
    inspection_completed: station.inspection_completed,
    results_valid: station.results_valid,
    results_stale: station.results_stale,
    results_overrun: station.results_overrun,
    load_ack: changeover.load_ack,
  };
  return html`
    <section class="card wire" aria-label=${text("wire-title", { name: status.name })}>
      <header class="wire-head"><h2>${status.name}</h2><span class="tag">${status.type}</span>
        <p class="quiet">${text(status.connected ? "wire-plc-connected" : "wire-plc-not-connected")}</p></header>
      <${ReadyPlate} wire=${wire} />
      <div class="wire-signals">
        <${Lamps} title=${text("wire-from-plc")} levels=${given} />
        <${Lamps} title=${text("wire-from-station")} levels=${told} />
        <${Facts} wire=${wire} />
      </div>
      <${TimingDiagram} wire=${status.name} />
    </section>`;
}
