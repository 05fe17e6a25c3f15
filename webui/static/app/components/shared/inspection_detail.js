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
  return text(hash ? "record-picture-deleted" : "record-none");
}

/** @param {{sha256: string} | null} one */
const hash = (one) => one && html`<span class="mono hash">${one.sha256}</span>`;
/** @type {(model: Inspection["model"], build: Inspection["model_build"]) => string | null} */
const ranBy = (model, build) =>
  model && (build ? `${build.name}, ${build.engine_version}` : text("record-original-model"));
/** @param {{name: string, version: number}} one */
const versionOf = ({ name, version }) => text("record-version", { name, version });

/** @param {InspectionEntry} props */
function Facts({ seq, inspection }) {
  const { recipe, model, detector, challenge } = inspection;
  const facts = [
    [
      text("record-challenge"),
      challenge &&
        text("record-challenge-words", {
          name: challenge.name,
          expected: expectation(challenge),
          author: challenge.author,
        }),
    ],
    [text("record-part-id"), inspection.part_id ?? text("record-part-id-none")],
    [
      text("record-triggered"),
      text("record-triggered-by", {
        at: showDateTime(inspection.triggered_at),
        source: inspection.source,
      }),
    ],
    [
      text("record-trigger-uncertainty"),
      inspection.trigger_uncertainty_ms ? showMs(inspection.trigger_uncertainty_ms) : null,
    ],
    [text("record-trigger-number"), inspection.trigger_id],
    [text("record-number"), seq],
    [text("record-station"), inspection.station],
    [text("record-recipe"), recipe ? versionOf(recipe) : text("record-none")],
    [text("record-model"), model ? versionOf(model) : text("record-none")],
    [text("record-model-hash"), hash(model)],
    [text("record-model-engine"), ranBy(model, inspection.model_build)],
    [text("record-model-engine-hash"), hash(inspection.model_build)],
    [text("record-detector"), detector && versionOf(detector)],
    [text("record-detector-hash"), hash(detector)],
    [text("record-detector-engine"), ranBy(detector, inspection.detector_build)],
    [text("record-detector-engine-hash"), hash(inspection.detector_build)],
    [text("record-picture"), pictureWords(inspection)],
    [
      text("record-picture-hash"),
      inspection.picture_sha256 &&
        html`<span class="mono hash">${inspection.picture_sha256}</span>`,
    ],
    [
      text("record-inspection-id"),
      html`<span class="mono hash">${inspection.inspection_id}</span>`,
    ],
    [text("record-late"), text(inspection.late ? "record-late-yes" : "no")],
    [text("record-simulated"), text(inspection.simulated ? "yes" : "no")],
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
    <dialog ref=${dialog} class="detail" aria-label=${text("part", { number: String(inspection.trigger_id) })} data-testid="detail" onClose=${onClose}
      onClick=${(/** @type {Event} */ event) => event.target === dialog.current && dialog.current?.close()}>
      <div class="detail-body">
        <button class="icon plain close" aria-label=${text("close")} onClick=${() => dialog.current?.close()}><${CloseIcon} /></button>
        <section class="detail-picture">
          <${PartPicture} inspection=${inspection} heat=${heat} opacity=${0.7} boxes=${boxes} />
          <div class="button-row">
            ${inspection.score !== null && html`<button aria-pressed=${shown} onClick=${() => setHeat(chooseHeat(heat, outcome, !shown))}>${text(shown ? "heat-map-on" : "heat-map-off")}</button>`}
            ${inspection.detector && html`<button aria-pressed=${boxes} onClick=${() => setBoxes(!boxes)}>${text(boxes ? "picture-boxes-on" : "picture-boxes-off")}</button>`}
            ${inspection.picture_path && html`<a class="button" href=${address.picture(inspection.inspection_id)} download=${`${inspection.inspection_id}.png`}>${text(inspection.crop ? "picture-download-whole" : "picture-download")}</a>`}
          </div>
          <${NearestGood} key=${inspection.inspection_id} inspection=${inspection} />
        </section>
        <section class="detail-facts">
          <${VerdictPlate} inspection=${inspection} />
          <${DetectedCounts} inspection=${inspection} />
          ${hasScoreBar(inspection) && html`<${ScoreBar} score=${inspection.score} threshold=${inspection.threshold} />`}
          <${ReviewQuestion} entry=${entry} onSettled=${onSettled} />
          <${Latency} latency=${inspection.latency} />
          ${inspection.scene && html`<${Scene} scene=${inspection.scene} note=${inspection.scene.changed && text("scene-was-changed")} />`}
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
