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
import { showCount } from "../pure/format.js";
import { differs } from "../pure/recipe.js";
import { fitRoi, fitZone, regionOfZone, sameRoi, wholeSensor, zoneOfRegion } from "../pure/roi.js";
import { useAnswer } from "../state/answer.js";
import { refreshStatus, stationStatus } from "../state/events.js";
import { attempt, notify } from "../state/notices.js";
import { applyRecipe } from "../state/recipe.js";
import { useDraft } from "../state/recipe_draft.js";
import { useStore } from "../state/store.js";
import { richText } from "../texts/rich_text.js";
import { text } from "../texts/texts.js";

/** @import { RegionChange } from "../components/shared/roi_editor.js" */

const ACQUISITION_KEYS = ["exposure_us", "gain_db", "frame_rate_hz", "pixel_format"].map(
  (key) => `acquisition.${key}`,
);
/** Each tab with the settings on it. */
const TABS = /** @type {const} */ ([
  ["camera", ACQUISITION_KEYS],
  ["region", ["acquisition.roi"]],
  ["trigger", ["trigger"]],
  ["outputs", ["outputs", "safe_output", "time_limit_ms"]],
  ["detection", ["detection"]],
  ["recipe", ["name", "number", "threshold", "review_distance", "alarms", "challenge"]],
]);

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
const MARKED = /** @type {const} */ ([
  { setting: "detection", tab: "detection" },
  { setting: "alarms", tab: "recipe" },
  { setting: "challenge", tab: "recipe" },
]);

/** The settings that a camera can adjust. */
const UNITS = {
  exposure_us: "µs",
  gain_db: "dB",
  frame_rate_hz: "Hz",
  offset_x: "px",
  offset_y: "px",
  width: "px",
  height: "px",
  debouncer_us: "µs",
  delay_us: "µs",
  pixel_format: "",
};
/** @type {(setting: string) => setting is keyof typeof UNITS} */
const isKnown = (setting) => setting in UNITS;
/** @param {string} setting */
const settingName = (setting) => (isKnown(setting) ? text(`camera-settings-${setting}`) : setting);
/** @type {(setting: string, value: number | string) => string} */
const settingValue = (setting, value) => {
  const number = typeof value === "number" ? showCount(value) : value;
  return isKnown(setting) ? `${number} ${UNITS[setting]}`.trim() : number;
};

/**
 * What a change of region gives: a region, or what becomes of the last one.
 * @param {RegionChange} change
 * @param {RegionOfInterest | null} last
 */
const changedRegion = (change, last) => (typeof change === "function" ? change(last) : change);

/** @param {{correction: Correction}} props */
function CorrectionWords({ correction }) {
  const { setting, asked, applied, reason } = correction;
  const words = { setting: settingName(setting), asked: settingValue(setting, asked) };
  if (applied === "not set") return richText("camera-settings-not-set", words);
  return html`${richText("camera-settings-adjusted", { ...words, applied: settingValue(setting, applied) })}
    <span class="quiet"> ${reason}</span>`;
}

/** @param {{list: Correction[] | undefined}} props */
function Corrections({ list }) {
  if (!list?.length) return null;
  return html`
    <div class="message warning" role="status" data-testid="corrections">
      <h2>${text("camera-settings-corrections")}</h2>
      <ul>${list.map(
        (item) => html`
        <li key=${item.setting}><${CorrectionWords} correction=${item} /></li>`,
      )}</ul>
    </div>`;
}

/**
 * Which recipe the draft is of, and whether there is something to apply.
 * @param {ReturnType<typeof useDraft>} draft
 * @param {StationStatus | null} status
 */
function draftState({ recipe, base, dirty, overtaken }, status) {
  const state = !dirty ? "clean" : overtaken ? "overtaken" : "changed";
  const running = recipe.name === base.name ? status?.recipe : null;
  return running
    ? richText("configuration-draft", { state, name: recipe.name, version: `${running.version}` })
    : richText("configuration-draft-new", { state, name: recipe.name });
}

/** @param {{mode: StationStatus["mode"]}} props */
function NotLive({ mode }) {
  const words = text(mode === "inspect" ? "configuration-inspecting" : "configuration-collecting");
  return html`
    <div class="message across">
      <p>${words}</p>
      <button onClick=${() =>
        attempt(async () => {
          await put("mode", { mode: "live" });
          await refreshStatus();
        })}>
        ${text("stop")}</button>
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
    return new Error(
      text("configuration-refused", { tab: text(`configuration-tab-${place.tab}`) }),
    );
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
      if (!answer.acquisition) notify(text("configuration-saved"));
      else if (corrections) notify(text("configuration-adjusted"), { kind: "warning" });
      else notify(text("configuration-applied"));
    });
    setBusy(false);
  };
  const resetRoi = () => apply({ ...recipe, acquisition: { ...recipe.acquisition, roi: null } });

  const tabs = TABS.map(([name, keys]) => [
    name,
    text(`configuration-tab-${name}`),
    keys.some(changed),
  ]);
  const needsCamera = html`<p class="quiet">${text("configuration-needs-camera")}</p>`;

  return html`
    <main class="bench">
      <h1 class="visually-hidden">${text("page-configuration")}</h1>
      <section class="bench-stage" aria-label=${text("configuration-live-view")}>
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
            html`<${RoiEditor} what=${text("detection-zone-of", { name: rule.name })} shown=${{ ...present, offset_x: 0, offset_y: 0 }}
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
        <${Tabs} label=${text("configuration-settings")} options=${tabs} value=${tab} onChange=${setTab} />
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
          ${tab === "camera" && html`<a class="button" href="/settings" data-page>${text("configuration-choose-camera")}</a>`}
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
          <p class="quiet small" id="draft-state">${draftState(draft, status)}</p>
          <div class="foot-row">
            <button class="primary" disabled=${busy || !draft.dirty} aria-describedby="draft-state" onClick=${() => apply(recipe)}>
              ${text(busy ? "configuration-applying" : "apply")}</button>
            ${
              draft.dirty &&
              html`<button class="tall" onClick=${() => {
                setProblems({});
                draft.discard();
              }}>${text("discard")}</button>`
            }
          </div>
        </footer>
      </aside>
    </main>`;
}
