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
import { keyOf, missingWords, versionOf, versionWords } from "../pure/model_version.js";
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
import { text } from "../texts/texts.js";

const WAIT_MS = 5000;
const HEAT_OPACITY = 0.7;

/** @import { HeatChoice } from "../pure/heat_map.js" */

/**
 * Why inspection can't start now, null if it can; `canJudge`: there is a model, or rules that can fail.
 * @param {StationStatus | null} status
 * @param {boolean} canJudge
 */
function whyNotStart(status, canJudge) {
  if (!status) return text("inspection-waiting");
  return canJudge ? null : text("inspection-no-model");
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
  const none = text(byRules ? "inspection-rules-only" : "inspection-model-choose");
  const options = models
    .filter((model) => model.task === "anomaly")
    .map((model) => [keyOf(model), versionWords(model)]);
  const known = options.some(([option]) => option === value);
  return html`<${ChoiceField} label=${text("inspection-model")} value=${value} whyNot=${disabled && text("inspection-model-fixed")} onChange=${onChange}
    options=${[
      ...(byRules || !value ? [["", none]] : []),
      ...(known || !value ? [] : [[value, missingWords(versionOf(value))]]),
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
      <button aria-pressed=${boxes} onClick=${() => onBoxes(!boxes)}>${text(boxes ? "inspection-boxes-hide" : "inspection-boxes-show")}</button>`
    }
    ${
      inspection.score !== null &&
      html`<div class="heat-control">
      <button aria-pressed=${shown} onClick=${() => fade(shown ? 0 : HEAT_OPACITY)}>${text(shown ? "inspection-heat-hide" : "inspection-heat-show")}</button>
      <input type="range" min="0" max="1" step="0.05" value=${shown ? opacity : 0} aria-label=${text("inspection-heat-opacity")}
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
  useShortcut("Space", text("inspection-shortcut-trigger"), fire);
  if (byLine) {
    return html`<p class="quiet">${text("inspection-by-line")}</p>
      <div class="foot-row">
        ${simulated && html`<button class="primary" onClick=${() => attempt(() => post("camera/simulate-line-edge"))}>${text("trigger-simulate-edge")}</button>`}
        ${children}
      </div>`;
  }
  return html`
    <input aria-label=${text("inspection-part-id")} placeholder=${text("inspection-part-id-optional")} value=${partId} maxlength="128"
      onInput=${takeValue(setPartId)} onKeyDown=${(/** @type {KeyboardEvent} */ event) => event.key === "Enter" && fire()} />
    <div class="foot-row">
      <button class="primary giant" disabled=${busy} onClick=${fire}><${TriggerIcon} size=${28} />${text("trigger")}</button>
      ${children}
    </div>`;
}

/** @param {{inspecting: boolean}} props */
function Run({ inspecting }) {
  const run = useRun();
  if (!run) return null;
  const { started_at: startedAt, ok: OK, ng: NG, error: ERROR, missed: MISSED } = run;
  const title = text(inspecting ? "inspection-this-run" : "inspection-last-run");
  return html`
    <section class="run" aria-label=${title}>
      <div class="field-head"><h2>${title}</h2>
        <p class="quiet small">${text("inspection-run-since", { at: showMoment(startedAt) })}</p></div>
      <${Counters} counts=${{ OK, NG, ERROR, MISSED }} compact />
    </section>`;
}

/** @param {Inspection} part */
function heldWords({ trigger_id, part_id, triggered_at }) {
  const part = { number: `${trigger_id}`, at: showTime(triggered_at) };
  return part_id
    ? text("inspection-held-id", { ...part, id: part_id })
    : text("inspection-held", part);
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
      <h1 class="visually-hidden">${text("page-inspection")}</h1>
      <section class="bench-stage" aria-label=${text("inspection-part")}>
        <${PartPicture} inspection=${inspection} heat=${heat} opacity=${opacity} boxes=${boxes} isPresent=${!held && standing?.isPresent} />
        <${PartStrip} parts=${parts} held=${held} onHold=${hold} />
      </section>
      <aside class="panel">
        ${
          // The verdict on a challenge part would mislead: whether it is right stands at the part.
          !challenge &&
          html`<${Plates} newest=${newest} isCaughtUp=${isCaughtUp} held=${held} standing=${standing} />`
        }
        <div class="panel-body" role="region" aria-label=${text("inspection-panel")} tabindex="0">
          ${challenge && html`<${ChallengeParts} challenge=${challenge} />`}
          ${
            held &&
            html`
            <${HeldReview} inspection=${held} />
            <div class="message held"><p>${heldWords(held)}</p>
              <div class="button-row"><button onClick=${() => openPart(held.inspection_id)}>${text("details")}</button>
                <button onClick=${() => setHeld(null)}>${text("inspection-back-to-live")}</button></div></div>`
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
                <button class="tall" onClick=${stop} disabled=${busy}><${StopIcon} size=${20} />${text("stop")}</button><//>`
              : html`
              <${Button} class="primary giant" disabled=${busy} whyNot=${whyNotStart(status, Boolean(model) || byRules)} onClick=${start}><${PlayIcon} size=${28} />${text("start")}<//>`
          }
        </footer>
      </aside>
      ${detail}
    </main>`;
}
