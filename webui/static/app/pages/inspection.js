// Step 4: every part with its verdict, read from across the hall.

import { post, put } from "../api.js";
import {
  ChallengeParts,
  ChallengeTrigger,
  useChallenge,
} from "../components/inspection/challenge.js";
import { HeldReview } from "../components/inspection/held_review.js";
import { PartScene } from "../components/inspection/part_scene.js";
import { PartStrip } from "../components/inspection/part_strip.js";
import { Plates } from "../components/inspection/plates.js";
import { TryPictureAction } from "../components/inspection/try_picture_dialog.js";
import { Button } from "../components/shared/button.js";
import { Counters } from "../components/shared/counters.js";
import { DetectedCounts, hasScoreBar } from "../components/shared/detected_objects.js";
import { takeValue } from "../components/shared/field_events.js";
import { ChoiceField } from "../components/shared/fields.js";
import { PlayIcon, StopIcon, TriggerIcon } from "../components/shared/icons.js";
import { usePartDetail } from "../components/shared/inspection_detail.js";
import { Latency } from "../components/shared/latency.js";
import { NearestGood } from "../components/shared/nearest_good.js";
import { PartPicture } from "../components/shared/part_picture.js";
import { PlayedPicture } from "../components/shared/played_picture.js";
import { ScoreBar } from "../components/shared/score_bar.js";
import { html, useState } from "../preact.js";
import { showMoment, showTime } from "../pure/format.js";
import { chooseHeat, showsHeat, USUAL_HEAT } from "../pure/heat_map.js";
import { standingOf } from "../pure/plate.js";
import { rulesCanFail, runningRecipe } from "../pure/recipe.js";
import { useAnswer } from "../state/answer.js";
import { isLive, lastHeard, refreshStatus, stationStatus } from "../state/events.js";
import { attempt } from "../state/notices.js";
import { strip } from "../state/part_strip.js";
import { runWithModel } from "../state/recipe.js";
import { useRun } from "../state/run.js";
import { useShortcut } from "../state/shortcuts.js";
import { useStore } from "../state/store.js";

const WAIT_MS = 5000;
const HEAT_OPACITY = 0.7;

/** @import { HeatChoice } from "../pure/heat_map.js" */

/**
 * Why inspection can't start now, null if it can; `canJudge`: there is a model, or rules that can fail.
 * @param {StationStatus | null} status
 * @param {boolean} canJudge
 */
function whyNotStart(status, canJudge) {
  if (!status) return "Waiting for the station.";
  return canJudge ? null : "Train or choose a model first.";
}

/** @param {ModelVersion | null} model */
const keyOf = (model) => (model ? `${model.name}/${model.version}` : "");
/**
 * @param {string} key
 * @returns {ModelVersion}
 */
function versionOf(key) {
  const [name, version] = key.split("/");
  return { name, version: Number(version) };
}

/**
 * The model of a station that has just one: nobody has to choose it.
 * @param {ModelSummary[]} models
 */
function onlyOne(models) {
  const usable = models.filter(({ task, broken }) => task === "anomaly" && !broken);
  return usable.length === 1 ? usable[0] : null;
}

/**
 * Which model is used; `byRules`: the recipe's detector can do without one.
 * @param {{
 *   models: ModelSummary[],
 *   value: string,
 *   byRules: boolean,
 *   disabled: boolean,
 *   onChange: Setter<string>,
 * }} props
 */
function ModelChoice({ models, value, byRules, disabled, onChange }) {
  const none = byRules ? "None (detection rules only)" : "Choose a model";
  const options = models
    .filter((model) => model.task === "anomaly")
    .map((model) => [keyOf(model), `${model.name} version ${model.version}`]);
  const known = options.some(([option]) => option === value);
  return html`<${ChoiceField} label="Model" value=${value} whyNot=${disabled && "Stop inspection to choose another model."} onChange=${onChange}
    options=${[
      ...(byRules || !value ? [["", none]] : []),
      ...(known || !value ? [] : [[value, `${value.replace("/", " version ")} (missing)`]]),
      ...options,
    ]} />`;
}

/**
 * @param {{
 *   heat: HeatChoice,
 *   onHeat: Setter<HeatChoice>,
 *   opacity: number,
 *   onOpacity: Setter<number>,
 *   boxes: boolean,
 *   onBoxes: Setter<boolean>,
 *   inspection: Inspection,
 * }} props
 */
function Heat({ heat, onHeat, opacity, onOpacity, boxes, onBoxes, inspection }) {
  const { outcome } = inspection;
  const shown = showsHeat(heat, outcome);
  /** @param {number} value */
  const fade = (value) => {
    onOpacity(value);
    onHeat(chooseHeat(heat, outcome, value > 0));
  };
  return html`
    ${
      inspection.detector &&
      html`
      <button aria-pressed=${boxes} onClick=${() => onBoxes(!boxes)}>${boxes ? "Hide" : "Show"} boxes</button>`
    }
    ${
      inspection.score !== null &&
      html`<div class="heat-control">
      <button aria-pressed=${shown} onClick=${() => fade(shown ? 0 : HEAT_OPACITY)}>${shown ? "Hide" : "Show"} heat map</button>
      <input type="range" min="0" max="1" step="0.05" value=${shown ? opacity : 0} aria-label="Heat map opacity"
        onInput=${takeValue((value) => fade(Number(value)))} />
    </div>`
    }`;
}

/**
 * The trigger of the page, beside its `children`.
 * @param {{byLine: boolean, simulated: boolean | undefined, children: Children}} props
 */
function Trigger({ byLine, simulated, children }) {
  const [partId, setPartId] = useState("");
  const [busy, setBusy] = useState(false);
  const fire = async () => {
    if (busy || byLine) return;
    setBusy(true);
    await attempt(() =>
      post(
        "trigger",
        { part_id: partId.trim() || null, wait_ms: WAIT_MS },
        { limit_ms: 2 * WAIT_MS },
      ),
    );
    setPartId("");
    setBusy(false);
  };
  useShortcut("Space", "Trigger: inspect a part", fire);
  if (byLine) {
    return html`<p class="quiet">Triggered by the camera input line.</p>
      <div class="foot-row">
        ${simulated && html`<button class="primary" onClick=${() => attempt(() => post("camera/simulate-line-edge"))}>Simulate an edge</button>`}
        ${children}
      </div>`;
  }
  return html`
    <input aria-label="Part ID" placeholder="Part ID (optional)" value=${partId} maxlength="128"
      onInput=${takeValue(setPartId)} onKeyDown=${(/** @type {KeyboardEvent} */ event) => event.key === "Enter" && fire()} />
    <div class="foot-row">
      <button class="primary giant" disabled=${busy} onClick=${fire}><${TriggerIcon} size=${28} />Trigger</button>
      ${children}
    </div>`;
}

/** @param {{inspecting: boolean}} props */
function Run({ inspecting }) {
  const run = useRun();
  if (!run) return null;
  const { started_at: startedAt, ok: OK, ng: NG, error: ERROR, missed: MISSED } = run;
  const title = inspecting ? "This run" : "Last run";
  return html`
    <section class="run" aria-label=${title}>
      <div class="field-head"><h2>${title}</h2>
        <p class="quiet small">since ${showMoment(startedAt)}</p></div>
      <${Counters} counts=${{ OK, NG, ERROR, MISSED }} compact />
    </section>`;
}

export function InspectionPage() {
  const status = useStore(stationStatus);
  const live = useStore(isLive);
  const { parts, isCaughtUp } = useStore(strip);
  const models = useAnswer("models").answer?.models ?? [];
  const [chosen, setChosen] = useState(/** @type {string | null} */ (null));
  const [held, setHeld] = useState(/** @type {Inspection | null} */ (null));
  const [heat, setHeat] = useState(USUAL_HEAT);
  const [opacity, setOpacity] = useState(HEAT_OPACITY);
  const [boxes, setBoxes] = useState(true);
  const [busy, setBusy] = useState(false);
  const { openPart, detail } = usePartDetail();
  const challenge = useChallenge(status, parts[0]?.seq);

  const inspecting = status?.mode === "inspect";
  const recipe = runningRecipe(status);
  const newest = parts[0]?.inspection;
  const inspection = held ?? newest;
  const standing = newest && standingOf(newest, status, live && isCaughtUp, lastHeard());
  const byRules = rulesCanFail(recipe);
  const model = chosen ?? (keyOf(recipe.model) || (byRules ? "" : keyOf(onlyOne(models))));

  /** @param {() => Promise<void>} work */
  const command = (work) =>
    attempt(async () => {
      setBusy(true);
      try {
        await work();
      } finally {
        setBusy(false);
      }
    });
  const start = () =>
    command(async () => {
      await runWithModel(status, model ? versionOf(model) : null);
      await put("mode", { mode: "inspect" });
      setHeld(null);
      await refreshStatus();
    });
  const stop = () =>
    command(async () => {
      await put("mode", { mode: "live" });
      await refreshStatus();
    });
  /** @param {Inspection} part */
  const hold = (part) => setHeld(held?.inspection_id === part.inspection_id ? null : part);

  return html`
    <main class="bench inspection">
      <h1 class="visually-hidden">Inspection</h1>
      <section class="bench-stage" aria-label="Part">
        <${PartPicture} inspection=${inspection} heat=${heat} opacity=${opacity} boxes=${boxes} isPresent=${!held && standing?.isPresent} />
        <${PartStrip} parts=${parts} held=${held} onHold=${hold} />
      </section>
      <aside class="panel">
        ${
          // The verdict on a challenge part would mislead: whether it is right stands at the part.
          !challenge &&
          html`<${Plates} newest=${newest} isCaughtUp=${isCaughtUp} held=${held} standing=${standing} />`
        }
        <div class="panel-body" role="region" aria-label="Verdict and settings" tabindex="0">
          ${challenge && html`<${ChallengeParts} challenge=${challenge} />`}
          ${
            held &&
            html`
            <${HeldReview} inspection=${held} />
            <div class="message held"><p>Showing part ${held.trigger_id}${held.part_id && `, ${held.part_id}`}, ${showTime(held.triggered_at)}</p>
              <div class="button-row"><button onClick=${() => openPart(held.inspection_id)}>Details</button>
                <button onClick=${() => setHeld(null)}>Back to live</button></div></div>`
          }
          <${Run} inspecting=${inspecting} />
          ${
            inspection &&
            html`
            ${hasScoreBar(inspection) && html`<${ScoreBar} score=${inspection.score} threshold=${inspection.threshold} />`}
            <${DetectedCounts} inspection=${inspection} />
            <${Heat} heat=${heat} onHeat=${setHeat} opacity=${opacity} onOpacity=${setOpacity} boxes=${boxes} onBoxes=${setBoxes} inspection=${inspection} />
            <${NearestGood} key=${inspection.inspection_id} inspection=${inspection} onAsk=${() => setHeld(inspection)} />`
          }
          ${inspecting && html`<${PlayedPicture} />`}
          <${PartScene} inspection=${inspection} />
          ${inspection && html`<${Latency} latency=${inspection.latency} />`}
          <${ModelChoice} models=${models} value=${model} byRules=${byRules} disabled=${inspecting} onChange=${setChosen} />
          ${model && html`<${TryPictureAction} model=${versionOf(model)} recipe=${model === keyOf(recipe.model) ? status?.recipe : null} />`}
        </div>
        <footer class="panel-foot">
          ${
            inspecting
              ? html`<${challenge ? ChallengeTrigger : Trigger} challenge=${challenge} byLine=${recipe.trigger.type === "line"} simulated=${status.camera?.simulated}>
                <button class="tall" onClick=${stop} disabled=${busy}><${StopIcon} size=${20} />Stop</button><//>`
              : html`
              <${Button} class="primary giant" disabled=${busy} whyNot=${whyNotStart(status, Boolean(model) || byRules)} onClick=${start}><${PlayIcon} size=${28} />Start<//>`
          }
        </footer>
      </aside>
      ${detail}
    </main>`;
}
