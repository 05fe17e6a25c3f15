// Step 4: every part with its verdict, read from across the hall.
import { html, useEffect, useState } from "../preact.js";
import { get, post, put } from "../api.js";
import { refreshStatus, stationStatus } from "../events.js";
import { showTime } from "../format.js";
import { useSpaceBar } from "../keyboard.js";
import { attempt } from "../notices.js";
import { rulesCanFail, runWithModel, runningRecipe } from "../recipe.js";
import { beginRun, run, strip } from "../run.js";
import { useStore } from "../store.js";
import { Counters } from "../components/counters.js";
import { ChoiceField } from "../components/fields.js";
import { FoundCounts, hasScoreBar } from "../components/found_objects.js";
import { PlayIcon, StopIcon, TriggerIcon } from "../components/icons.js";
import { Latency } from "../components/latency.js";
import { PartPicture } from "../components/part_picture.js";
import { PartStrip } from "../components/part_strip.js";
import { SceneOfParts } from "../components/scene_of_parts.js";
import { ScoreBar } from "../components/score_bar.js";
import { VerdictPlate } from "../components/verdict.js";

const WAIT_MS = 5000;
const HEAT_OPACITY = 0.7;
const NO_COUNTS = { OK: 0, NG: 0, ERROR: 0, MISSED: 0 };
const keyOf = (model) => (model ? `${model.name}/${model.version}` : "");

/** Which model judges; `byRules`: the recipe's detector can do without one. */
function ModelChoice({ models, value, byRules, disabled, onChange }) {
  const none = byRules ? "None: the detector's rules alone" : "Choose a model";
  const options = models.filter((model) => model.task === "anomaly").map((model) => [keyOf(model), `${model.name} version ${model.version}`]);
  const known = options.some(([option]) => option === value);
  return html`<${ChoiceField} label="Model" value=${value} disabled=${disabled} onChange=${onChange}
    options=${[
      ...(byRules || !value ? [["", none]] : []),
      ...(known || !value ? [] : [[value, `${value.replace("/", " version ")} (missing)`]]),
      ...options,
    ]} />`;
}

function Heat({ opacity, onChange, boxes, onBoxes, inspection }) {
  return html`
    ${inspection.detector && html`
      <button aria-pressed=${boxes} onClick=${() => onBoxes(!boxes)}>${boxes ? "Hide" : "Show"} boxes</button>`}
    ${inspection.score !== null && html`<div class="heat-control">
      <button aria-pressed=${opacity > 0} onClick=${() => onChange(opacity > 0 ? 0 : HEAT_OPACITY)}>${opacity > 0 ? "Hide" : "Show"} heat map</button>
      <input type="range" min="0" max="1" step="0.05" value=${opacity} aria-label="Opacity of the heat map"
        onInput=${(event) => onChange(Number(event.target.value))} />
    </div>`}`;
}

/** The trigger of the page, beside its `children`. */
function Trigger({ byLine, simulated, children }) {
  const [partId, setPartId] = useState("");
  const [busy, setBusy] = useState(false);
  const fire = async () => {
    if (busy || byLine) return;
    setBusy(true);
    await attempt(() => post("trigger", { part_id: partId.trim() || null, wait_ms: WAIT_MS }));
    setPartId("");
    setBusy(false);
  };
  useSpaceBar(fire);
  if (byLine) {
    return html`<p class="quiet">The camera's line triggers.</p>
      <div class="foot-row">
        ${simulated && html`<button class="primary" onClick=${() => attempt(() => post("camera/simulate-line-edge"))}>Simulate an edge</button>`}
        ${children}
      </div>`;
  }
  return html`
    <input aria-label="Part id" placeholder="Part id (optional)" value=${partId} maxlength="128"
      onInput=${(event) => setPartId(event.target.value)} onKeyDown=${(event) => event.key === "Enter" && fire()} />
    <div class="foot-row">
      <button class="primary giant" disabled=${busy} onClick=${fire}><${TriggerIcon} size=${28} />Trigger</button>
      ${children}
    </div>`;
}

export function InspectionPage() {
  const status = useStore(stationStatus);
  const current = useStore(run);
  const parts = useStore(strip);
  const [models, setModels] = useState([]);
  const [chosen, setChosen] = useState(null);
  const [held, setHeld] = useState(null);
  const [opacity, setOpacity] = useState(HEAT_OPACITY);
  const [boxes, setBoxes] = useState(true);
  const [busy, setBusy] = useState(false);
  useEffect(() => { attempt(async () => setModels((await get("models")).models)); }, []);

  const inspecting = status?.mode === "inspect";
  const recipe = runningRecipe(status);
  const inspection = held ?? parts[0]?.inspection;
  const model = chosen ?? keyOf(recipe.model);
  const byRules = rulesCanFail(recipe);

  const command = (work) => attempt(async () => {
    setBusy(true);
    try { await work(); } finally { setBusy(false); }
  });
  const start = () => command(async () => {
    const [name, version] = model.split("/");
    await runWithModel(status, model ? { name, version: Number(version) } : null);
    await beginRun();
    await put("mode", { mode: "inspect" });
    setHeld(null);
    await refreshStatus();
  });
  const stop = () => command(async () => { await put("mode", { mode: "live" }); await refreshStatus(); });
  const hold = (part) => setHeld(held?.inspection_id === part.inspection_id ? null : part);

  return html`
    <main class="bench">
      <h1 class="visually-hidden">Inspection</h1>
      <section class="bench-stage" aria-label="The part">
        <${PartPicture} inspection=${inspection} opacity=${opacity} boxes=${boxes} />
        <${PartStrip} parts=${parts} held=${held} onHold=${hold} />
      </section>
      <aside class="panel">
        <${VerdictPlate} inspection=${inspection} />
        <div class="panel-body">
          ${held && html`
            <div class="message across held"><p>Held: part ${held.trigger_id}${held.part_id && `, ${held.part_id}`}, ${showTime(held.triggered_at)}</p>
              <button onClick=${() => setHeld(null)}>Follow the line</button></div>`}
          ${inspection && html`
            ${hasScoreBar(inspection) && html`<${ScoreBar} score=${inspection.score} threshold=${inspection.threshold} />`}
            <${FoundCounts} inspection=${inspection} />
            <${Heat} opacity=${opacity} onChange=${setOpacity} boxes=${boxes} onBoxes=${setBoxes} inspection=${inspection} />`}
          <section aria-label="This run">
            <div class="field-head"><h2>This run</h2>
              ${current && html`<p class="quiet small">since ${showTime(current.startedAt)}</p>`}</div>
            <${Counters} counts=${current?.counts ?? NO_COUNTS} compact />
          </section>
          <${SceneOfParts} inspection=${inspection} />
          ${inspection && html`<${Latency} latency=${inspection.latency} />`}
          <${ModelChoice} models=${models} value=${model} byRules=${byRules} disabled=${inspecting} onChange=${setChosen} />
        </div>
        <footer class="panel-foot">
          ${inspecting
            ? html`<${Trigger} byLine=${recipe.trigger.type === "line"} simulated=${status.camera?.simulated}>
                <button class="tall" onClick=${stop} disabled=${busy}><${StopIcon} size=${20} />Stop</button><//>`
            : html`
              ${!model && !byRules && html`<p class="quiet small">Train a model first, or choose one.</p>`}
              <button class="primary giant" disabled=${busy || !(model || byRules) || !status} onClick=${start}><${PlayIcon} size=${28} />Start</button>`}
        </footer>
      </aside>
    </main>`;
}
