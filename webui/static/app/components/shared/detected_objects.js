// What the detector found: boxes with names over the part's picture, and how many of each class.
import { html } from "../../preact.js";
import { showCount, showRatio } from "../../pure/format.js";
import { text } from "../../texts/texts.js";
import { OUTCOME_SHAPES } from "./icons.js";

// Where a name beside its box would leave the picture, it stands inside or ends with the box.
const NEAR_TOP = 0.09;
const NEAR_RIGHT = 0.75;

/** @typedef {Verdict | "uncounted"} Kind */

/** @param {number} share */
const percent = (share) => `${(100 * share).toFixed(3)}%`;
/** @type {(detection: DetectedObject) => Kind} */
const kindOf = (detection) => detection.counted_as ?? "uncounted";
/** @param {Kind} kind */
const shapeOf = (kind) => (kind === "uncounted" ? null : OUTCOME_SHAPES[kind]);

/**
 * A score for what the anomaly model says, "No score" where it should have said something.
 * @param {Inspection} inspection
 */
export const hasScoreBar = ({ score, detector, model }) =>
  score !== null || !detector || Boolean(model);

/** @param {{box: PixelArea, size: Size, kind: string, children: Children}} props */
function Frame({ box, size, kind, children }) {
  const style = {
    left: percent(box.left / size.width),
    top: percent(box.top / size.height),
    width: percent((box.right - box.left) / size.width),
    height: percent((box.bottom - box.top) / size.height),
  };
  const places = [
    box.top / size.height < NEAR_TOP ? "inside" : "",
    box.left / size.width > NEAR_RIGHT ? "to-left" : "",
  ];
  return html`<div class=${`found ${kind}`} style=${style}><span class=${`found-name ${places.join(" ")}`}>${children}</span></div>`;
}

/**
 * Drawn in the picture's box. The shape at a name says what its colour says.
 * @param {{inspection: Inspection}} props
 */
export function DetectedObjects({ inspection }) {
  const { detections, crop, picture_size: size } = inspection;
  if (!size) return null;
  return html`
    <div class="found-objects" data-testid="found-objects">
      ${crop && html`<${Frame} box=${crop} size=${size} kind="crop">${text("picture-inspected")}<//>`}
      ${detections.toReversed().map((detection, index) => {
        const Shape = shapeOf(kindOf(detection));
        return html`<${Frame} key=${index} box=${detection.box} size=${size} kind=${kindOf(detection)}>
          ${Shape && html`<${Shape} size=${16} />`}${detection.name} ${showRatio(detection.score)}<//>`;
      })}
    </div>`;
}

/**
 * How many of each class, those that made the part NG first.
 * @param {{inspection: Inspection}} props
 */
export function DetectedCounts({ inspection }) {
  const { detections, detections_left_out: more, detector } = inspection;
  if (!detector) return null;
  /** @type {Map<string, {kind: Kind, name: string, count: number}>} */
  const groups = new Map();
  for (const detection of detections) {
    const key = `${kindOf(detection)} ${detection.name}`;
    groups.set(key, {
      kind: kindOf(detection),
      name: detection.name,
      count: (groups.get(key)?.count ?? 0) + 1,
    });
  }
  return html`
    <section aria-label=${text("picture-objects")} data-testid="found-counts">
      <h3>${text(groups.size ? "picture-objects" : "picture-objects-none")}</h3>
      <ul class="found-counts">
        ${[...groups.values()].map(({ kind, name, count }) => {
          const Shape = shapeOf(kind);
          return html`<li key=${`${kind} ${name}`} class=${kind}>${Shape && html`<${Shape} size=${18} />`}
            <b>${showCount(count)} × ${name}</b><span class="small">${kind === "uncounted" ? text("picture-objects-uncounted") : kind}</span></li>`;
        })}
        ${more > 0 && html`<li class="quiet small">${text("picture-objects-more", { count: more })}</li>`}
      </ul>
    </section>`;
}
