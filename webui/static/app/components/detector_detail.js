// A detector's version: what it finds, and what it was made of.
import { html } from "../preact.js";
import { showCount, showDateTime, showRatio } from "../format.js";
import { DetectionFigures } from "./detection_figures.js";
import { EngineBuilds } from "./engine_builds.js";
import { FineTuning } from "./fine_tuning.js";

const LAYOUTS = { darknet: "darknet (.cfg and .weights)", yolov5: "ONNX, as YOLOv5 has it", yolov8: "ONNX, as YOLOv8 has it", yolov10: "ONNX, as YOLOv10 has it" };

/** `learning` is what a fine-tuning needs to know of the page: dataset, state, disabled, onStart. */
export function DetectorDetail({ manifest, learning }) {
  const { classes, input } = manifest;
  const facts = [
    ["Input", `${input.width} × ${input.height} px`],
    ["Shown from score", showRatio(manifest.minimum_score)],
    ["Same object from overlap", showRatio(manifest.nms_iou)],
    ["Made of", `${LAYOUTS[manifest.layout]}: ${manifest.sources.map(({ name }) => name).join(", ")}`],
    [manifest.training ? "Trained" : "Imported", `${showDateTime(manifest.created_at)} by ${manifest.author}`],
    ["Model hash", html`<span class="mono hash">${manifest.content_hash}</span>`],
  ];
  return html`
    <header class="detail-head">
      <h1>${manifest.name} <span class="quiet">version ${manifest.version}</span></h1>
    </header>
    <p class="message" data-testid="detector">This is a detector: it finds objects and names them. A recipe takes it
      on the Configuration page, under Detection, with rules for what it finds. Try it on pictures with${" "}
      <code>okng detect ${manifest.name}:${manifest.version} PICTURE</code>.</p>
    <h2>It finds ${classes.length === 1 ? "one kind of object" : `${showCount(classes.length)} kinds of objects`}</h2>
    <p>${classes.join(", ")}</p>
    ${manifest.training && html`<${DetectionFigures} training=${manifest.training} />`}
    <${FineTuning} key=${`${manifest.name} ${manifest.version}`} model=${manifest} ...${learning} />
    <${EngineBuilds} model=${manifest} />
    <dl class="facts small">
      ${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}
    </dl>`;
}
