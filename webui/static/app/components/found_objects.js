// What the detector found: boxes with names over the part's picture, and how many of each class.
import { html } from "../preact.js";
import { showCount, showRatio } from "../format.js";
import { OUTCOME_SHAPES } from "./icons.js";

// Where a name beside its box would leave the picture, it stands inside or ends with the box.
const NEAR_TOP = 0.09;
const NEAR_RIGHT = 0.75;

const percent = (share) => `${(100 * share).toFixed(3)}%`;
const kindOf = (found) => found.counted_as ?? "uncounted";

/** A score for what the anomaly model says, "No score" where it should have said something. */
export const hasScoreBar = ({ score, detector, model }) => score !== null || !detector || Boolean(model);

function Frame({ box, size, kind, children }) {
  const style = {
    left: percent(box.left / size.width), top: percent(box.top / size.height),
    width: percent((box.right - box.left) / size.width), height: percent((box.bottom - box.top) / size.height),
  };
  const places = [box.top / size.height < NEAR_TOP ? "inside" : "", box.left / size.width > NEAR_RIGHT ? "to-left" : ""];
  return html`<div class=${`found ${kind}`} style=${style}><span class=${`found-name ${places.join(" ")}`}>${children}</span></div>`;
}

/** Drawn in the picture's box. The shape at a name says what its colour says. */
export function FoundObjects({ inspection }) {
  const { detections, crop, picture_size: size } = inspection;
  if (!size) return null;
  return html`
    <div class="found-objects" data-testid="found-objects">
      ${crop && html`<${Frame} box=${crop} size=${size} kind="crop">judged<//>`}
      ${detections.toReversed().map((found, index) => {
        const Shape = OUTCOME_SHAPES[found.counted_as];
        return html`<${Frame} key=${index} box=${found.box} size=${size} kind=${kindOf(found)}>
          ${Shape && html`<${Shape} size=${16} />`}${found.name} ${showRatio(found.score)}<//>`;
      })}
    </div>`;
}

const WORDS = { OK: "OK", NG: "NG", uncounted: "not counted" };

/** How many of each class, those that made the part NG first. */
export function FoundCounts({ inspection }) {
  const { detections, detections_left_out: more, detector } = inspection;
  if (!detector) return null;
  const groups = new Map();
  for (const found of detections) {
    const key = `${kindOf(found)} ${found.name}`;
    groups.set(key, { kind: kindOf(found), name: found.name, count: (groups.get(key)?.count ?? 0) + 1 });
  }
  return html`
    <section aria-label="Found" data-testid="found-counts">
      <h3>Found${groups.size ? "" : ": nothing"}</h3>
      <ul class="found-counts">
        ${[...groups.values()].map(({ kind, name, count }) => {
          const Shape = OUTCOME_SHAPES[kind];
          return html`<li key=${`${kind} ${name}`} class=${kind}>${Shape && html`<${Shape} size=${18} />`}
            <b>${showCount(count)} × ${name}</b><span class="small">${WORDS[kind]}</span></li>`;
        })}
        ${more > 0 && html`<li class="quiet small">and ${showCount(more)} more</li>`}
      </ul>
    </section>`;
}
