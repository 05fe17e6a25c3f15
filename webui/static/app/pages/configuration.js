// Step 1: the live image and everything that the recipe sets.

import { ApiError, put } from "../api.js";
import { AlarmSettings } from "../components/configuration/alarm_settings.js";
import { CameraSettings } from "../components/configuration/camera_settings.js";
import { ChallengeSettings } from "../components/configuration/challenge_settings.js";
import { DetectionRules } from "../components/configuration/detection_rules.js";
import { DetectionSettings } from "../components/configuration/detection_settings.js";
import { ImageMeters } from "../components/configuration/image_meters.js";
import { LeftDraft } from "../components/configuration/left_draft.js";
import { OutputSettings } from "../components/configuration/output_settings.js";
import { RecipeChoice } from "../components/configuration/recipe_choice.js";
import { RegionSettings } from "../components/configuration/region_settings.js";
import { TriggerSettings } from "../components/configuration/trigger_settings.js";
import { LiveView } from "../components/shared/live_view.js";
import { PlayedPicture } from "../components/shared/played_picture.js";
import { RoiEditor } from "../components/shared/roi_editor.js";
import { Tabs } from "../components/shared/tabs.js";
import { html, useState } from "../preact.js";
import { differs } from "../pure/recipe.js";
import { fitRoi, fitZone, regionOfZone, sameRoi, wholeSensor, zoneOfRegion } from "../pure/roi.js";
import { useAnswer } from "../state/answer.js";
import { refreshStatus, stationStatus } from "../state/events.js";
import { attempt, notify } from "../state/notices.js";
import { applyRecipe } from "../state/recipe.js";
import { useDraft } from "../state/recipe_draft.js";
import { useStore } from "../state/store.js";

/** @import { RegionChange } from "../components/shared/roi_editor.js" */

const ACQUISITION_KEYS = ["exposure_us", "gain_db", "frame_rate_hz", "pixel_format"].map(
  (key) => `acquisition.${key}`,
);

/**
 * What can be set; asked again when the camera comes back or runs with other settings.
 * @param {StationStatus | null} status
 */
function useFeatures(status) {
  const streaming = status?.camera_state === "streaming";
  const settings = JSON.stringify(status?.acquisition);
  return useAnswer(streaming ? "camera/features" : null, settings).last;
}

/** The detectors of the station. */
function useDetectors() {
  const { answer } = useAnswer("models");
  return answer?.models.filter(({ task }) => task === "detection") ?? [];
}

/** Settings whose fields show what was refused, and the tab of each. */
const MARKED = [
  { setting: "detection", tab: "detection", title: "Detection" },
  { setting: "alarms", tab: "recipe", title: "Recipe" },
  { setting: "challenge", tab: "recipe", title: "Recipe" },
];

/** @type {Record<string, [string, string]>} */
const SETTINGS = {
  exposure_us: ["Exposure", "µs"],
  gain_db: ["Gain", "dB"],
  frame_rate_hz: ["Frame rate", "Hz"],
  offset_x: ["Region, left", "px"],
  offset_y: ["Region, top", "px"],
  width: ["Region, width", "px"],
  height: ["Region, height", "px"],
  debouncer_us: ["Debouncer", "µs"],
  delay_us: ["Trigger delay", "µs"],
  pixel_format: ["Pixel format", ""],
};
/** @param {string} setting */
const settingName = (setting) => SETTINGS[setting]?.[0] ?? setting;
/** @type {(setting: string, value: number | string) => string} */
const settingValue = (setting, value) =>
  `${typeof value === "number" ? value.toLocaleString("en-US") : value} ${SETTINGS[setting]?.[1] ?? ""}`.trim();

/**
 * What a change of region gives: a region, or what becomes of the last one.
 * @param {RegionChange} change
 * @param {RegionOfInterest | null} last
 */
const changedRegion = (change, last) => (typeof change === "function" ? change(last) : change);

/** @param {{list: Correction[] | undefined}} props */
function Corrections({ list }) {
  if (!list?.length) return null;
  return html`
    <div class="message warning" role="status" data-testid="corrections">
      <h2>The camera adjusted your settings</h2>
      <ul>${list.map(
        (item) => html`
        <li key=${item.setting}><b>${settingName(item.setting)}</b>: ${
          item.applied === "not set"
            ? `you asked for ${settingValue(item.setting, item.asked)}, but this camera doesn't have this setting.`
            : html`you asked for ${settingValue(item.setting, item.asked)}, the camera uses ${settingValue(item.setting, item.applied)}.
            <span class="quiet"> ${item.reason}</span>`
        }</li>`,
      )}</ul>
    </div>`;
}

/** @param {{mode: StationStatus["mode"]}} props */
function NotLive({ mode }) {
  const words = mode === "inspect" ? "Inspection is running." : "Pictures are being collected.";
  return html`
    <div class="message across">
      <p>${words}</p>
      <button onClick=${() =>
        attempt(async () => {
          await put("mode", { mode: "live" });
          await refreshStatus();
        })}>
        Stop</button>
    </div>`;
}

export function ConfigurationPage() {
  const status = useStore(stationStatus);
  const features = useFeatures(status);
  const draft = useDraft(status);
  const detectors = useDetectors();
  const [problems, setProblems] = useState(/** @type {Problems} */ ({}));
  const [zoneOf, setZoneOf] = useState(/** @type {number | null} */ (null));
  const [tab, setTab] = useState("camera");
  const [busy, setBusy] = useState(false);

  const { recipe, base, edit } = draft;
  const applied = status?.acquisition ?? null;
  const present = applied && {
    offset_x: applied.offset_x,
    offset_y: applied.offset_y,
    width: applied.width,
    height: applied.height,
  };
  /** @type {IsChanged} */
  const changed = (key) => differs(recipe, base, key);
  const roi = changed("acquisition.roi") ? recipe.acquisition.roi : null;
  /** @param {RegionChange} change */
  const setRoi = (change) =>
    edit((last) => ({
      ...last,
      acquisition: { ...last.acquisition, roi: changedRegion(change, last.acquisition.roi) },
    }));

  /** @param {Detection | null} detection */
  const setDetection = (detection) => {
    setProblems({});
    edit((last) => ({ ...last, detection }));
  };
  /** @param {Recipe["alarms"]} alarms */
  const setAlarms = (alarms) => {
    setProblems({});
    edit((last) => ({ ...last, alarms }));
  };
  const rule = tab === "detection" && zoneOf !== null ? recipe.detection?.rules[zoneOf] : null;
  /** @param {RegionChange} change */
  const setZone = (change) =>
    edit((last) => {
      const { detection } = last;
      if (!detection || zoneOf === null) return last;
      const before = detection.rules[zoneOf];
      const zone = zoneOfRegion(changedRegion(change, regionOfZone(before.zone)));
      return {
        ...last,
        detection: { ...detection, rules: detection.rules.with(zoneOf, { ...before, zone }) },
      };
    });

  /**
   * What was refused of these settings stands at its fields; the message only leads there.
   * @param {unknown} error
   */
  const atItsPlace = (error) => {
    /** @type {Problems} */
    const refused = (error instanceof ApiError && error.detail?.json) || {};
    const place = MARKED.find(({ setting }) =>
      Object.keys(refused).some((key) => key === setting || key.startsWith(`${setting}.`)),
    );
    if (!place) return error;
    setProblems(refused);
    setTab(place.tab);
    return new Error(`Not applied. See the marked fields under ${place.title}.`);
  };

  /** @param {Recipe} wanted */
  const apply = async (wanted) => {
    setBusy(true);
    setProblems({});
    await attempt(async () => {
      const whole = features && sameRoi(wanted.acquisition.roi, wholeSensor(features));
      const taken = whole
        ? { ...wanted, acquisition: { ...wanted.acquisition, roi: null } }
        : wanted;
      const answer = await applyRecipe(taken).catch((error) => {
        throw atItsPlace(error);
      });
      draft.discard();
      const corrections = answer.acquisition?.corrections.length ?? 0;
      if (!answer.acquisition)
        notify("Saved. The settings will be applied when the camera is connected.");
      else if (corrections)
        notify("Applied. The camera adjusted some settings.", { kind: "warning" });
      else notify("Applied.");
    });
    setBusy(false);
  };
  const resetRoi = () => apply({ ...recipe, acquisition: { ...recipe.acquisition, roi: null } });

  const tabs = [
    ["camera", "Camera", ACQUISITION_KEYS.some(changed)],
    ["region", "Region", changed("acquisition.roi")],
    ["trigger", "Trigger", changed("trigger")],
    ["outputs", "Outputs", ["outputs", "safe_output", "time_limit_ms"].some(changed)],
    ["detection", "Detection", changed("detection")],
    [
      "recipe",
      "Recipe",
      ["name", "number", "threshold", "review_distance", "alarms", "challenge"].some(changed),
    ],
  ];
  const needsCamera = html`<p class="quiet">Available when the camera is connected.</p>`;

  return html`
    <main class="bench">
      <h1 class="visually-hidden">Configuration</h1>
      <section class="bench-stage" aria-label="Live view">
        <${LiveView} width=${present?.width} height=${present?.height}>
          ${
            present &&
            features &&
            !draft.left &&
            tab !== "detection" &&
            html`<${RoiEditor} shown=${present} roi=${roi} fit=${(/** @type {RegionOfInterest} */ drawn) => fitRoi(drawn, features)} onChange=${(
              /** @type {RegionChange} */ change,
            ) => {
              setRoi(change);
              setTab("region");
            }} />`
          }
          ${
            present &&
            rule &&
            !draft.left &&
            html`<${RoiEditor} what=${`Zone of ${rule.name}`} shown=${{ ...present, offset_x: 0, offset_y: 0 }}
            roi=${regionOfZone(rule.zone)} fit=${(/** @type {RegionOfInterest} */ drawn) => fitZone(drawn, present)} onChange=${setZone} />`
          }
        <//>
        <${PlayedPicture} />
        ${
          tab === "detection" && !draft.left
            ? html`<${DetectionRules} detection=${recipe.detection} detectors=${detectors} problems=${problems}
              zoneOf=${zoneOf} onZone=${setZoneOf} onChange=${setDetection} />`
            : html`<${ImageMeters} />`
        }
      </section>
      ${
        draft.left &&
        html`<aside class="panel"><div class="panel-body">
          <${LeftDraft} left=${draft.left} onResume=${draft.resume} onDiscard=${draft.discard} /></div></aside>`
      }
      <aside class="panel" hidden=${!status || Boolean(draft.left)}>
        <${Tabs} label="Settings" options=${tabs} value=${tab} onChange=${setTab} />
        <div class="panel-body">
          ${status && status.mode !== "live" && html`<${NotLive} mode=${status.mode} />`}
          <${Corrections} list=${applied?.corrections} />
          ${
            tab === "camera" &&
            (features
              ? html`
            <${CameraSettings} features=${features} acquisition=${recipe.acquisition} applied=${applied} changed=${changed}
              onChange=${(/** @type {Recipe["acquisition"]} */ acquisition) => edit((last) => ({ ...last, acquisition }))} />`
              : needsCamera)
          }
          ${tab === "camera" && html`<a class="button" href="/settings" data-page>Choose camera, broker and address</a>`}
          ${
            tab === "region" &&
            (features && present
              ? html`
            <${RegionSettings} features=${features} present=${present} roi=${roi} onChange=${setRoi} onReset=${resetRoi} busy=${busy} />`
              : needsCamera)
          }
          ${
            tab === "trigger" &&
            html`
            <${TriggerSettings} features=${features} trigger=${recipe.trigger} changed=${changed}
              onChange=${(/** @type {Recipe["trigger"]} */ trigger) => edit((last) => ({ ...last, trigger }))} />`
          }
          ${
            tab === "outputs" &&
            html`
            <${OutputSettings} features=${features} recipe=${recipe} changed=${changed} onChange=${(/** @type {Recipe} */ next) => edit(() => next)} />`
          }
          ${
            tab === "detection" &&
            html`
            <${DetectionSettings} detection=${recipe.detection} detectors=${detectors} problems=${problems} changed=${changed}
              onChange=${setDetection} />`
          }
          ${
            tab === "recipe" &&
            html`
            <${AlarmSettings} alarms=${recipe.alarms} problems=${problems} changed=${changed} onChange=${setAlarms} />
            <${RecipeChoice} running=${status?.recipe} recipe=${recipe} changed=${changed}
              onChange=${(/** @type {Recipe | null} */ next) => (next ? edit(() => next) : draft.discard())} />
            <${ChallengeSettings} recipe=${recipe} problems=${problems} onChange=${(/** @type {Recipe} */ next) => edit(() => next)} />`
          }
        </div>
        <footer class="panel-foot">
          <p class="quiet small" id="draft-state">Recipe <b>${recipe.name}</b>${status?.recipe && !changed("name") ? ` version ${status.recipe.version}` : ""}
            ${draft.dirty ? ", not applied yet" : ". There are no changes to apply."}${draft.overtaken && draft.dirty ? ". Someone else has changed this recipe: Apply will replace their changes." : ""}</p>
          <div class="foot-row">
            <button class="primary" disabled=${busy || !draft.dirty} aria-describedby="draft-state" onClick=${() => apply(recipe)}>
              ${busy ? "Applying…" : "Apply"}</button>
            ${
              draft.dirty &&
              html`<button class="tall" onClick=${() => {
                setProblems({});
                draft.discard();
              }}>Discard</button>`
            }
          </div>
        </footer>
      </aside>
    </main>`;
}
