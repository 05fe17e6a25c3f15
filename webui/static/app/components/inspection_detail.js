import { html, useState } from "../preact.js";
import { address } from "../api.js";
import { showDateTime } from "../format.js";
import { useModal } from "../modal.js";
import { FoundCounts, hasScoreBar } from "./found_objects.js";
import { Latency } from "./latency.js";
import { KnownVerdict } from "./regression_set.js";
import { PartPicture } from "./part_picture.js";
import { ReviewQuestion } from "./review.js";
import { Scene } from "./scene.js";
import { ScoreBar } from "./score_bar.js";
import { VerdictPlate } from "./verdict.js";
import { CloseIcon } from "./icons.js";

const SOURCES = { button: "button", timer: "timer", http: "HTTP API", line: "input line of the camera" };

function pictureWords({ picture_path: path, picture_sha256: hash }) {
  if (path) return html`<span class="mono hash">${path}</span>`;
  return hash ? "removed from the disk to make room; its hash stays" : "none";
}

const hash = (one) => one && html`<span class="mono hash">${one.sha256}</span>`;
const ranBy = (model, build) => model && (build ? `${build.name}, ${build.engine_version}` : "as it came, in ONNX Runtime");

function Facts({ seq, inspection }) {
  const { recipe, model, detector } = inspection;
  const facts = [
    ["Part id", inspection.part_id ?? "none given"],
    ["Triggered", `${showDateTime(inspection.triggered_at)} by the ${SOURCES[inspection.source]}`],
    ["Trigger number", inspection.trigger_id],
    ["Place in the ledger", seq],
    ["Station", inspection.station],
    ["Recipe", recipe ? `${recipe.name} version ${recipe.version}` : "none"],
    ["Model", model ? `${model.name} version ${model.version}` : "none"],
    ["Model hash", hash(model)],
    ["Model run by", ranBy(model, inspection.model_build)],
    ["Build hash", hash(inspection.model_build)],
    ["Detector", detector && `${detector.name} version ${detector.version}`],
    ["Detector hash", hash(detector)],
    ["Detector run by", ranBy(detector, inspection.detector_build)],
    ["Detector's build hash", hash(inspection.detector_build)],
    ["Picture", pictureWords(inspection)],
    ["Picture hash", inspection.picture_sha256 && html`<span class="mono hash">${inspection.picture_sha256}</span>`],
    ["Inspection id", html`<span class="mono hash">${inspection.inspection_id}</span>`],
    ["Late", inspection.late ? "yes: the safe output had been given" : "no"],
    ["Simulated camera", inspection.simulated ? "yes" : "no"],
  ];
  return html`<dl class="facts small">${facts.filter(([, value]) => value !== null && value !== undefined).map(([name, value]) => html`
    <dt key=${name}>${name}</dt><dd>${value}</dd>`)}</dl>`;
}

/** Everything there is to know of one part, in a dialog. */
export function InspectionDetail({ entry, onClose, onSettled }) {
  const dialog = useModal();
  const [heat, setHeat] = useState(true);
  const [boxes, setBoxes] = useState(true);
  const { inspection } = entry;
  return html`
    <dialog ref=${dialog} class="detail" aria-label=${`Part ${inspection.trigger_id}`} data-testid="detail" onClose=${onClose}
      onClick=${(event) => event.target === dialog.current && dialog.current.close()}>
      <div class="detail-body">
        <button class="icon plain close" aria-label="Close" onClick=${() => dialog.current.close()}><${CloseIcon} /></button>
        <section class="detail-picture">
          <${PartPicture} inspection=${inspection} opacity=${heat ? 0.7 : 0} boxes=${boxes} />
          <div class="button-row">
            ${inspection.score !== null && html`<button aria-pressed=${heat} onClick=${() => setHeat(!heat)}>Heat map ${heat ? "on" : "off"}</button>`}
            ${inspection.detector && html`<button aria-pressed=${boxes} onClick=${() => setBoxes(!boxes)}>Boxes ${boxes ? "on" : "off"}</button>`}
            ${inspection.picture_path && html`<a class="button" href=${address.picture(inspection.inspection_id)} download=${`${inspection.inspection_id}.png`}>${inspection.crop ? "Whole picture" : "Picture as judged"}</a>`}
          </div>
        </section>
        <section class="detail-facts">
          <${VerdictPlate} inspection=${inspection} />
          <${FoundCounts} inspection=${inspection} />
          ${hasScoreBar(inspection) && html`<${ScoreBar} score=${inspection.score} threshold=${inspection.threshold} />`}
          <${ReviewQuestion} entry=${entry} onSettled=${onSettled} />
          <${Latency} latency=${inspection.latency} />
          ${inspection.scene && html`<${Scene} scene=${inspection.scene} note=${inspection.scene.changed && "Judged while the scene counted as changed."} />`}
          <${KnownVerdict} inspection=${inspection} />
          <${Facts} seq=${entry.seq} inspection=${inspection} />
        </section>
      </div>
    </dialog>`;
}
