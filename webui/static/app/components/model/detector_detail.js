// A detector's version: what it finds, and what it was made of.
import { html } from "../../preact.js";
import { showCount, showDateTime, showRatio } from "../../pure/format.js";
import { DetectionMetrics } from "./detection_metrics.js";
import { EngineBuilds } from "./engine_builds.js";
import { FineTuning } from "./fine_tuning.js";

const LAYOUTS = {
  darknet: "Darknet (.cfg and .weights)",
  yolov5: "ONNX, YOLOv5 layout",
  yolov8: "ONNX, YOLOv8 layout",
  yolov10: "ONNX, YOLOv10 layout",
  rtdetr: "ONNX, RT-DETR layout",
};
const RESIZED = {
  stretch: "stretched to the input",
  letterbox: "letterboxed: aspect ratio kept, with grey bars",
};

/**
 * `learning` is for a fine-tuning.
 * @param {{manifest: DetectionManifest, learning: Learning}} props
 */
export function DetectorDetail({ manifest, learning }) {
  const { classes, input } = manifest;
  const facts = [
    ["Input", `${input.width} × ${input.height} px`],
    ["Pictures are", RESIZED[manifest.resize ?? "letterbox"]],
    ["Shown from score", showRatio(manifest.minimum_score)],
    ["Same object from overlap", showRatio(manifest.nms_iou)],
    [
      "Made of",
      `${LAYOUTS[manifest.layout]}: ${manifest.sources.map(({ name }) => name).join(", ")}`,
    ],
    [
      manifest.training ? "Trained" : "Imported",
      `${showDateTime(manifest.created_at)} by ${manifest.author}`,
    ],
    ["Model hash", html`<span class="mono hash">${manifest.content_hash}</span>`],
  ];
  return html`
    <header class="detail-head">
      <h1><bdi>${manifest.name}</bdi> <span class="quiet">version ${manifest.version}</span></h1>
    </header>
    <p class="message" data-testid="detector">This is a detector: it finds and classifies objects. To use it in a recipe, select it
      on the Configuration page under Detection and add rules. To try it on pictures, run${" "}
      <code>okng detect ${manifest.name}:${manifest.version} PICTURE</code>.</p>
    ${
      !manifest.resize &&
      !manifest.training &&
      manifest.layout === "darknet" &&
      html`
      <p class="message" data-testid="resized-as-before">This detector was imported before okng followed darknet's
        <code>letter_box</code>: it still runs on letterboxed pictures. Darknet stretches pictures unless the .cfg has
        <code>letter_box=1</code>. Import it again to get a version that follows the .cfg.</p>`
    }
    <h2>It finds ${classes.length === 1 ? "one kind of object" : `${showCount(classes.length)} kinds of objects`}</h2>
    <p>${classes.join(", ")}</p>
    ${manifest.training && html`<${DetectionMetrics} training=${manifest.training} />`}
    <${FineTuning} key=${`${manifest.name} ${manifest.version}`} model=${manifest} ...${learning} />
    <${EngineBuilds} model=${manifest} />
    <dl class="facts small">
      ${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}
    </dl>`;
}
