// Step 1: the live picture, and everything about how the camera takes it.
import { html, useEffect, useState } from "../preact.js";
import { get, put } from "../api.js";
import { refreshStatus, stationStatus } from "../events.js";
import { attempt, notify } from "../notices.js";
import { applyRecipe, differs, runningRecipe } from "../recipe.js";
import { fitRoi, fitZone, regionOfZone, sameRoi, wholeSensor, zoneOfRegion } from "../roi.js";
import { useStore } from "../store.js";
import { CameraSettings } from "../components/camera_settings.js";
import { DetectionRules } from "../components/detection_rules.js";
import { DetectionSettings } from "../components/detection_settings.js";
import { LiveView } from "../components/live_view.js";
import { Meters } from "../components/meters.js";
import { OutputSettings } from "../components/output_settings.js";
import { RecipeChoice } from "../components/recipe_choice.js";
import { RegionSettings } from "../components/region_settings.js";
import { RoiEditor } from "../components/roi_editor.js";
import { Tabs } from "../components/tabs.js";
import { TriggerSettings } from "../components/trigger_settings.js";

const ACQUISITION_KEYS = ["exposure_us", "gain_db", "frame_rate_hz", "pixel_format"].map((key) => `acquisition.${key}`);

/** What can be set; asked again when the camera comes back or runs with other settings. */
function useFeatures(status) {
  const [features, setFeatures] = useState(null);
  const streaming = status?.camera_state === "streaming";
  const settings = JSON.stringify(status?.acquisition);
  useEffect(() => {
    if (streaming) get("camera/features").then(setFeatures, (error) => notify(error.message, { kind: "fault" }));
  }, [streaming, settings]);
  return features;
}

/** The detectors of the station. */
function useDetectors() {
  const [detectors, setDetectors] = useState([]);
  useEffect(() => {
    attempt(async () => setDetectors((await get("models")).models.filter(({ task }) => task === "detection")));
  }, []);
  return detectors;
}

/** Changes not yet applied, and the version they began from. */
function useDraft(status) {
  const [draft, setDraft] = useState(null);
  const base = runningRecipe(status);
  return {
    base,
    recipe: draft?.recipe ?? base,
    dirty: draft !== null && JSON.stringify(draft.recipe) !== JSON.stringify(base),
    overtaken: draft !== null && draft.from !== status?.recipe?.version,
    // Built on the newest draft: several changes can come before the page is drawn again.
    edit: (change) => setDraft((before) => ({
      from: before?.from ?? status?.recipe?.version,
      recipe: change(before?.recipe ?? base),
    })),
    discard: () => setDraft(null),
  };
}

function Corrections({ list }) {
  if (!list?.length) return null;
  return html`
    <div class="message warning" role="status" data-testid="corrections">
      <h3>The camera took it otherwise</h3>
      <ul>${list.map((item) => html`
        <li key=${item.setting}><b>${item.setting}</b>: asked ${item.asked}, runs with ${item.applied}.
          <span class="quiet"> ${item.reason}</span></li>`)}</ul>
    </div>`;
}

function NotLive({ mode }) {
  const words = mode === "inspect" ? "Inspection is running." : "Pictures are being collected.";
  return html`
    <div class="message across">
      <p>${words}</p>
      <button onClick=${() => attempt(async () => { await put("mode", { mode: "live" }); await refreshStatus(); })}>
        Stop and go live</button>
    </div>`;
}

export function ConfigurationPage() {
  const status = useStore(stationStatus);
  const features = useFeatures(status);
  const draft = useDraft(status);
  const detectors = useDetectors();
  const [problems, setProblems] = useState({});
  const [zoneOf, setZoneOf] = useState(null);
  const [tab, setTab] = useState("camera");
  const [busy, setBusy] = useState(false);

  const { recipe, base, edit } = draft;
  const applied = status?.acquisition;
  const present = applied && { offset_x: applied.offset_x, offset_y: applied.offset_y, width: applied.width, height: applied.height };
  const changed = (key) => differs(recipe, base, key);
  const roi = changed("acquisition.roi") ? recipe.acquisition.roi : null;
  const setRoi = (next) => edit((last) => ({
    ...last,
    acquisition: { ...last.acquisition, roi: typeof next === "function" ? next(last.acquisition.roi) : next },
  }));

  const setDetection = (detection) => { setProblems({}); edit((last) => ({ ...last, detection })); };
  const rule = tab === "detection" && zoneOf !== null ? recipe.detection?.rules[zoneOf] : null;
  const setZone = (next) => edit((last) => {
    const before = last.detection.rules[zoneOf];
    const zone = zoneOfRegion(typeof next === "function" ? next(regionOfZone(before.zone)) : next);
    return { ...last, detection: { ...last.detection, rules: last.detection.rules.with(zoneOf, { ...before, zone }) } };
  });

  /** What was refused of the detection stands at its fields; the message only leads there. */
  const atItsPlace = (error) => {
    const found = error.detail?.json ?? {};
    if (!Object.keys(found).some((key) => key.startsWith("detection."))) return error;
    setProblems(found);
    setTab("detection");
    return new Error("Not applied: see what is marked under Detection.");
  };

  const apply = async (wanted) => {
    setBusy(true);
    setProblems({});
    await attempt(async () => {
      const whole = features && sameRoi(wanted.acquisition.roi, wholeSensor(features));
      const taken = whole ? { ...wanted, acquisition: { ...wanted.acquisition, roi: null } } : wanted;
      const answer = await applyRecipe(taken).catch((error) => { throw atItsPlace(error); });
      draft.discard();
      const corrections = answer.acquisition?.corrections.length ?? 0;
      if (!answer.acquisition) notify("Saved. The settings are applied when the camera is there.");
      else if (corrections) notify("Applied, with corrections.", { kind: "warning" });
      else notify("Applied: the camera runs with these settings.");
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
    ["recipe", "Recipe", ["name", "threshold", "review_distance"].some(changed)],
  ];
  const needsCamera = html`<p class="quiet">The camera's limits show here when it is there.</p>`;

  return html`
    <main class="bench">
      <h1 class="visually-hidden">Configuration</h1>
      <section class="bench-stage" aria-label="Live view">
        <${LiveView} width=${present?.width} height=${present?.height}>
          ${present && features && tab !== "detection" && html`<${RoiEditor} shown=${present} roi=${roi} fit=${(drawn) => fitRoi(drawn, features)} onChange=${(next) => {
            setRoi(next);
            setTab("region");
          }} />`}
          ${present && rule && html`<${RoiEditor} what=${`Zone of ${rule.name}`} shown=${{ ...present, offset_x: 0, offset_y: 0 }}
            roi=${regionOfZone(rule.zone)} fit=${(drawn) => fitZone(drawn, present)} onChange=${setZone} />`}
        <//>
        ${tab === "detection"
          ? html`<${DetectionRules} detection=${recipe.detection} detectors=${detectors} problems=${problems}
              zoneOf=${zoneOf} onZone=${setZoneOf} onChange=${setDetection} />`
          : html`<${Meters} />`}
      </section>
      <aside class="panel">
        <${Tabs} label="Settings" options=${tabs} value=${tab} onChange=${setTab} />
        <div class="panel-body">
          ${status && status.mode !== "live" && html`<${NotLive} mode=${status.mode} />`}
          <${Corrections} list=${applied?.corrections} />
          ${tab === "camera" && (features ? html`
            <${CameraSettings} features=${features} acquisition=${recipe.acquisition} applied=${applied} changed=${changed}
              onChange=${(acquisition) => edit((last) => ({ ...last, acquisition }))} />` : needsCamera)}
          ${tab === "region" && (features && present ? html`
            <${RegionSettings} features=${features} present=${present} roi=${roi} onChange=${setRoi} onReset=${resetRoi} busy=${busy} />`
            : needsCamera)}
          ${tab === "trigger" && html`
            <${TriggerSettings} features=${features} trigger=${recipe.trigger} changed=${changed}
              onChange=${(trigger) => edit((last) => ({ ...last, trigger }))} />`}
          ${tab === "outputs" && html`
            <${OutputSettings} features=${features} recipe=${recipe} changed=${changed} onChange=${(next) => edit(() => next)} />`}
          ${tab === "detection" && html`
            <${DetectionSettings} detection=${recipe.detection} detectors=${detectors} problems=${problems} changed=${changed}
              onChange=${setDetection} />`}
          ${tab === "recipe" && html`
            <${RecipeChoice} running=${status?.recipe} recipe=${recipe} changed=${changed}
              onChange=${(next) => (next ? edit(() => next) : draft.discard())} />`}
        </div>
        <footer class="panel-foot">
          <p class="quiet small">Recipe <b>${recipe.name}</b>${status?.recipe && !changed("name") ? ` version ${status.recipe.version}` : ""}
            ${draft.dirty ? ", changed and not applied" : ""}${draft.overtaken && draft.dirty ? ". Somebody else changed it meanwhile: Apply replaces that." : ""}</p>
          <div class="foot-row">
            <button class="primary" disabled=${busy || !draft.dirty} onClick=${() => apply(recipe)}>
              ${busy ? "Applying…" : "Apply"}</button>
            ${draft.dirty && html`<button class="tall" onClick=${() => { setProblems({}); draft.discard(); }}>Discard</button>`}
          </div>
        </footer>
      </aside>
    </main>`;
}
