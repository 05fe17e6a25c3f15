// A detector's version: what it finds, and what it was made of.
import { html } from "../../preact.js";
import { showDateTime, showRatio } from "../../pure/format.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";
import { DetectionMetrics } from "./detection_metrics.js";
import { EngineBuilds } from "./engine_builds.js";
import { FineTuning } from "./fine_tuning.js";

const ONNX_LAYOUTS = { yolov5: "YOLOv5", yolov8: "YOLOv8", yolov10: "YOLOv10", rtdetr: "RT-DETR" };

/** @param {DetectionManifest} manifest */
function madeOf({ layout, sources }) {
  const files = sources.map(({ name }) => name).join(", ");
  return layout === "darknet"
    ? text("detector-made-of-darknet", { files })
    : text("detector-made-of-onnx", { layout: ONNX_LAYOUTS[layout], files });
}

/**
 * `learning` is for a fine-tuning.
 * @param {{manifest: DetectionManifest, learning: Learning}} props
 */
export function DetectorDetail({ manifest, learning }) {
  const { name, author, classes, input } = manifest;
  const version = String(manifest.version);
  const facts = [
    [text("detector-input"), `${input.width} × ${input.height} px`],
    [text("detector-pictures-are"), text(`detector-resize-${manifest.resize ?? "letterbox"}`)],
    [text("detector-minimum-score"), showRatio(manifest.minimum_score)],
    [text("detector-overlap"), showRatio(manifest.nms_iou)],
    [text("detector-made-of"), madeOf(manifest)],
    [
      manifest.training ? text("detector-trained") : text("detector-imported"),
      text("detector-made-by", { at: showDateTime(manifest.created_at), author }),
    ],
    [text("detector-hash"), html`<span class="mono hash">${manifest.content_hash}</span>`],
  ];
  return html`
    <header class="detail-head">
      <h1><bdi>${name}</bdi> <span class="quiet">${text("model-version", { version })}</span></h1>
    </header>
    <p class="message" data-testid="detector">${richText("detector-words", { name, version })}</p>
    ${
      !manifest.resize &&
      !manifest.training &&
      manifest.layout === "darknet" &&
      html`
      <p class="message" data-testid="resized-as-before">${richText("detector-letterboxed", {})}</p>`
    }
    <h2>${text("detector-finds", { count: classes.length })}</h2>
    <p>${classes.join(", ")}</p>
    ${manifest.training && html`<${DetectionMetrics} training=${manifest.training} />`}
    <${FineTuning} key=${`${name} ${version}`} model=${manifest} ...${learning} />
    <${EngineBuilds} model=${manifest} />
    <dl class="facts small">
      ${facts.map(([fact, value]) => html`<dt>${fact}</dt><dd>${value}</dd>`)}
    </dl>`;
}
