import { address, get } from "../../api.js";
import { html, useState } from "../../preact.js";
import { expectation } from "../../pure/challenge.js";
import { showDateTime, showMs } from "../../pure/format.js";
import { chooseHeat, showsHeat, USUAL_HEAT } from "../../pure/heat_map.js";
import { useNewest } from "../../state/newest.js";
import { attempt } from "../../state/notices.js";
import { text } from "../../texts/texts.js";
import { DetectedCounts, hasScoreBar } from "./detected_objects.js";
import { CloseIcon } from "./icons.js";
import { KnownVerdict } from "./known_verdict.js";
import { Latency } from "./latency.js";
import { useModal } from "./modal.js";
import { NearestGood } from "./nearest_good.js";
import { PartPicture } from "./part_picture.js";
import { ReviewQuestion } from "./part_review.js";
import { Scene } from "./scene.js";
import { ScoreBar } from "./score_bar.js";
import { VerdictPlate } from "./verdict.js";

/** @param {Inspection} inspection */
function pictureWords({ picture_path: path, picture_sha256: hash }) {
  if (path) return html`<span class="mono hash">${path}</span>`;
  return hash ? "deleted to free disk space; its hash is kept" : "none";
}

/** @param {{sha256: string} | null} one */
const hash = (one) => one && html`<span class="mono hash">${one.sha256}</span>`;
/** @type {(model: Inspection["model"], build: Inspection["model_build"]) => string | null} */
const ranBy = (model, build) =>
  model && (build ? `${build.name}, ${build.engine_version}` : "original model in ONNX Runtime");

/** @param {InspectionEntry} props */
function Facts({ seq, inspection }) {
  const { recipe, model, detector, challenge } = inspection;
  const facts = [
    [
      "Challenge part",
      challenge && `${challenge.name}, expected ${expectation(challenge)}, by ${challenge.author}`,
    ],
    ["Part ID", inspection.part_id ?? "none given"],
    [
      "Triggered",
      `${showDateTime(inspection.triggered_at)} by the ${text(`trigger-source-${inspection.source}`)}`,
    ],
    [
      "Trigger time uncertainty",
      inspection.trigger_uncertainty_ms ? showMs(inspection.trigger_uncertainty_ms) : null,
    ],
    ["Trigger number", inspection.trigger_id],
    ["Record number", seq],
    ["Station", inspection.station],
    ["Recipe", recipe ? `${recipe.name} version ${recipe.version}` : "none"],
    ["Model", model ? `${model.name} version ${model.version}` : "none"],
    ["Model hash", hash(model)],
    ["Model engine", ranBy(model, inspection.model_build)],
    ["Model engine hash", hash(inspection.model_build)],
    ["Detector", detector && `${detector.name} version ${detector.version}`],
    ["Detector hash", hash(detector)],
    ["Detector engine", ranBy(detector, inspection.detector_build)],
    ["Detector engine hash", hash(inspection.detector_build)],
    ["Picture", pictureWords(inspection)],
    [
      "Picture hash",
      inspection.picture_sha256 &&
        html`<span class="mono hash">${inspection.picture_sha256}</span>`,
    ],
    ["Inspection ID", html`<span class="mono hash">${inspection.inspection_id}</span>`],
    ["Late", inspection.late ? "yes, so the safe output was set" : "no"],
    ["Simulated camera", inspection.simulated ? "yes" : "no"],
  ];
  return html`<dl class="facts small">${facts
    .filter(([, value]) => value !== null && value !== undefined)
    .map(
      ([name, value]) => html`
    <dt key=${name}>${name}</dt><dd>${value}</dd>`,
    )}</dl>`;
}

/**
 * Everything there is to know of one part, in a dialog.
 * @param {{entry: InspectionEntry, onClose: () => unknown, onSettled: Setter<InspectionEntry>}} props
 */
export function InspectionDetail({ entry, onClose, onSettled }) {
  const dialog = useModal();
  const [heat, setHeat] = useState(USUAL_HEAT);
  const [boxes, setBoxes] = useState(true);
  const { inspection } = entry;
  const { outcome } = inspection;
  const shown = showsHeat(heat, outcome);
  return html`
    <dialog ref=${dialog} class="detail" aria-label=${`Part ${inspection.trigger_id}`} data-testid="detail" onClose=${onClose}
      onClick=${(/** @type {Event} */ event) => event.target === dialog.current && dialog.current?.close()}>
      <div class="detail-body">
        <button class="icon plain close" aria-label="Close" onClick=${() => dialog.current?.close()}><${CloseIcon} /></button>
        <section class="detail-picture">
          <${PartPicture} inspection=${inspection} heat=${heat} opacity=${0.7} boxes=${boxes} />
          <div class="button-row">
            ${inspection.score !== null && html`<button aria-pressed=${shown} onClick=${() => setHeat(chooseHeat(heat, outcome, !shown))}>Heat map ${shown ? "on" : "off"}</button>`}
            ${inspection.detector && html`<button aria-pressed=${boxes} onClick=${() => setBoxes(!boxes)}>Boxes ${boxes ? "on" : "off"}</button>`}
            ${inspection.picture_path && html`<a class="button" href=${address.picture(inspection.inspection_id)} download=${`${inspection.inspection_id}.png`}>${inspection.crop ? "Download whole picture" : "Download picture"}</a>`}
          </div>
          <${NearestGood} key=${inspection.inspection_id} inspection=${inspection} />
        </section>
        <section class="detail-facts">
          <${VerdictPlate} inspection=${inspection} />
          <${DetectedCounts} inspection=${inspection} />
          ${hasScoreBar(inspection) && html`<${ScoreBar} score=${inspection.score} threshold=${inspection.threshold} />`}
          <${ReviewQuestion} entry=${entry} onSettled=${onSettled} />
          <${Latency} latency=${inspection.latency} />
          ${inspection.scene && html`<${Scene} scene=${inspection.scene} note=${inspection.scene.changed && "Inspected while the scene was changed."} />`}
          <${KnownVerdict} inspection=${inspection} />
          <${Facts} seq=${entry.seq} inspection=${inspection} />
        </section>
      </div>
    </dialog>`;
}

/**
 * Opens the details of a part by its id, or by its trigger's; `detail` is the open dialog, to be drawn
 * by the caller. `onSettled` is told of a review in it.
 * @param {Setter<InspectionEntry>} [onSettled]
 */
export function usePartDetail(onSettled) {
  const [entry, setEntry] = useState(/** @type {InspectionEntry | null} */ (null));
  const newest = useNewest();
  /** @param {string} id */
  const openPart = (id) => attempt(() => newest.take(() => get(`inspections/${id}`), setEntry));
  /** @param {number} id */
  const openTrigger = (id) =>
    attempt(() => newest.take(() => get(`triggers/${id}/inspection`), setEntry));
  /** @param {InspectionEntry} settled */
  const show = (settled) => {
    setEntry((shown) => (shown?.seq === settled.seq ? settled : shown));
    onSettled?.(settled);
  };
  const detail =
    entry &&
    html`<${InspectionDetail} key=${entry.seq} entry=${entry} onClose=${() => setEntry(null)} onSettled=${show} />`;
  return { openPart, openTrigger, detail };
}
