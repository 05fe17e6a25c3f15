// Draws, moves and resizes boxes on a picture, by mouse, pen, finger or keyboard.
import { html, useEffect, useRef, useState } from "../../preact.js";
import { fromRoi, toRoi } from "../../pure/boxes.js";
import { clamp, moveRegion, regionBetween, resizeRegion } from "../../pure/roi.js";
import { text } from "../../texts/texts.js";
import { Handle, pointOn } from "../shared/roi_editor.js";

/**
 * @import { DrawingEvent } from "../shared/roi_editor.js"
 * @typedef {(boxes: LabelledBox[], selected: number | null) => void} BoxesSetter
 */

const CORNERS = ["nw", "ne", "se", "sw"];
// Half as large again as those of the region: boxes are often small, and gloves are not.
const HANDLE_SCALE = 1.5;
// So far apart, a box's corners leave room between them to grip and move it.
const CORNERS_APART_PX = 108;
const SMALLEST_DRAG_PX = 8;
const LABEL_PX = 15;
const LETTER_SHARE = 0.62;
// Characters of these scripts are as wide as they are high.
const WIDE = /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/gu;
/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const FAR_PX = 10;
// Of the chosen box's label, whose corner has a handle.
const INDENT_PX = 14;

/**
 * Pixels of the picture that one screen pixel covers.
 * @param {{current: SVGSVGElement | null}} svg
 * @param {Size} picture
 */
function usePixelSize(svg, picture) {
  const [size, setSize] = useState(1);
  useEffect(() => {
    const element = svg.current;
    if (!element) return undefined;
    const measure = () => setSize(1 / (element.getScreenCTM()?.a || 1));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [svg, picture.width, picture.height]);
  return size;
}

/**
 * The rectangle of a small box grown, so that its corners' handles don't lie on each other.
 * @param {RegionOfInterest} roi
 * @param {number} pixel
 */
function gripsOf(roi, pixel) {
  /** @param {number} length */
  const apart = (length) => Math.max(0, (CORNERS_APART_PX * pixel - length) / 2);
  const [x, y] = [apart(roi.width), apart(roi.height)];
  return {
    offset_x: roi.offset_x - x,
    offset_y: roi.offset_y - y,
    width: roi.width + 2 * x,
    height: roi.height + 2 * y,
  };
}

/**
 * How many letters of usual width are as wide as a text.
 * @param {string} words
 */
function lettersOf(words) {
  const wide = words.match(WIDE)?.length ?? 0;
  return words.length - wide + wide / LETTER_SHARE;
}

/** @param {{name: string, roi: RegionOfInterest, pixel: number, indent: number}} props */
function Label({ name, roi, pixel, indent }) {
  const left = roi.offset_x + indent * pixel;
  const height = LABEL_PX * 1.5 * pixel;
  const words = name || text("boxes-choose-class");
  // Above the box, or inside it where there is no room.
  const y = roi.offset_y >= height ? roi.offset_y - height : roi.offset_y;
  return html`
    <g class="box-label" aria-hidden="true">
      <rect x=${left} y=${y} width=${(lettersOf(words) * LETTER_SHARE + 0.9) * LABEL_PX * pixel} height=${height} />
      <text x=${left + 0.45 * LABEL_PX * pixel} y=${y + height * 0.71} font-size=${LABEL_PX * pixel}>${words}</text>
    </g>`;
}

/**
 * What the pointer holds: which box, by what, since where; and what became of it.
 * @typedef {{
 *   from: Point,
 *   grip: string,
 *   index: number,
 *   drawn: RegionOfInterest | null,
 *   box: LabelledBox | null,
 * }} Drag
 */

/**
 * `onChange(boxes, selected)` is called once for each drag or key; `selected` is an index or null.
 * `fallback` is shown where a browser can't show `src`, which may be a TIFF.
 * @param {{
 *   picture: Size,
 *   src: string,
 *   fallback: string,
 *   boxes: LabelledBox[],
 *   selected: number | null,
 *   name: string,
 *   onSelect: Setter<number | null>,
 *   onChange: BoxesSetter,
 * }} props
 */
export function BoxCanvas({ picture, src, fallback, boxes, selected, name, onSelect, onChange }) {
  const svg = useRef(/** @type {SVGSVGElement | null} */ (null));
  const drag = useRef(/** @type {Drag | null} */ (null));
  const [draft, setDraft] = useState(
    /** @type {{index: number, box: LabelledBox} | null} */ (null),
  );
  const [shows, setShows] = useState(src);
  const pixel = usePixelSize(svg, picture);
  const whole = { offset_x: 0, offset_y: 0, width: picture.width, height: picture.height };
  const shown = draft
    ? [...boxes.slice(0, draft.index), { ...draft.box }, ...boxes.slice(draft.index + 1)]
    : boxes;

  /** @param {DrawingEvent} event */
  const pointOf = (event) => {
    const point = pointOn(event);
    return { x: clamp(point.x, 0, picture.width), y: clamp(point.y, 0, picture.height) };
  };
  /** @type {(index: number, box: LabelledBox) => unknown} */
  const replace = (index, box) =>
    onChange(
      boxes.map((other, i) => (i === index ? box : other)),
      index,
    );

  /** @param {DrawingEvent} event */
  const begin = (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    const { handle, box } = event.target.dataset;
    const touched = box === undefined ? boxes.length : Number(box);
    const index = handle ? (selected ?? touched) : touched;
    drag.current = {
      from: pointOf(event),
      grip: handle ?? (box === undefined ? "draw" : "move"),
      index,
      drawn: null,
      box: null,
    };
    onSelect(index < boxes.length ? index : null);
  };

  /** @param {DrawingEvent} event */
  const follow = (event) => {
    const hold = drag.current;
    if (!hold) return;
    const to = pointOf(event);
    if (
      Math.hypot(to.x - hold.from.x, to.y - hold.from.y) < SMALLEST_DRAG_PX * pixel &&
      !hold.drawn
    )
      return;
    const before = boxes.at(hold.index);
    const roi = before && toRoi(before);
    const [dx, dy] = [to.x - hold.from.x, to.y - hold.from.y];
    if (!roi || hold.grip === "draw") hold.drawn = regionBetween(hold.from, to);
    else if (hold.grip === "move") hold.drawn = moveRegion(roi, dx, dy, whole);
    else hold.drawn = resizeRegion(roi, hold.grip, cornerMoved(roi, hold.grip, dx, dy));
    hold.box = fromRoi(hold.drawn, before ? before.name : name, picture);
    setDraft(hold.box && { index: hold.index, box: hold.box });
  };

  /** @param {DrawingEvent} event */
  const end = (event) => {
    if (!drag.current) return;
    follow(event);
    const { index, box } = drag.current;
    drag.current = null;
    setDraft(null);
    if (!box) return;
    if (index < boxes.length) replace(index, box);
    else onChange([...boxes, box], index);
  };

  /** @type {(event: KeyboardEvent, index: number) => void} */
  const press = (event, index) => {
    const arrow = ARROWS[event.key];
    if (!arrow && event.key !== "Delete" && event.key !== "Backspace") return;
    event.preventDefault();
    if (!arrow) {
      onChange(
        boxes.filter((_, i) => i !== index),
        null,
      );
      return;
    }
    const [dx, dy] = arrow.map((step) => step * (event.ctrlKey ? FAR_PX : 1));
    const roi = toRoi(boxes[index]);
    const next = event.shiftKey
      ? { ...roi, width: roi.width + dx, height: roi.height + dy }
      : moveRegion(roi, dx, dy, whole);
    const box = fromRoi(next, boxes[index].name, picture);
    if (box) replace(index, box);
  };

  const chosenIndex = draft ? draft.index : selected;
  const chosen = chosenIndex === null ? undefined : shown[chosenIndex];
  return html`
    <svg ref=${svg} class="box-canvas" data-testid="box-canvas" role="group" aria-label=${text("boxes-canvas")}
      viewBox=${`0 0 ${picture.width} ${picture.height}`} preserveAspectRatio="xMidYMid meet"
      onPointerDown=${begin} onPointerMove=${follow} onPointerUp=${end} onPointerCancel=${end}>
      <image href=${shows} onError=${() => setShows(fallback)} width=${picture.width} height=${picture.height} preserveAspectRatio="none" />
      ${shown.map(
        (box, index) => html`
        <g key=${index} class=${`box ${box === chosen ? "selected" : ""}`} tabindex="0" role="button" aria-pressed=${box === chosen}
          aria-label=${text("boxes-box", {
            number: index + 1,
            count: shown.length,
            class: box.name || text("boxes-without-class"),
          })}
          onFocus=${() => !drag.current && onSelect(index)} onKeyDown=${(/** @type {KeyboardEvent} */ event) => press(event, index)}>
          <rect class="outline" ...${rectOf(toRoi(box))} />
          <rect class="inline" data-box=${index} ...${rectOf(toRoi(box))} />
          <${Label} name=${box.name} roi=${toRoi(box)} pixel=${pixel} indent=${box === chosen ? INDENT_PX : 0} />
        </g>`,
      )}
      ${
        chosen &&
        html`<g><rect class="grips" ...${rectOf(gripsOf(toRoi(chosen), pixel))} />${CORNERS.map(
          (corner) => html`
        <${Handle} key=${corner} roi=${gripsOf(toRoi(chosen), pixel)} name=${corner} pixel=${pixel * HANDLE_SCALE} />`,
        )}</g>`
      }
    </svg>`;
}

/** @param {RegionOfInterest} roi */
const rectOf = (roi) => ({
  x: roi.offset_x,
  y: roi.offset_y,
  width: roi.width,
  height: roi.height,
});

/**
 * Where a corner goes: handles may lie outside of their box, so it moves as far as they do.
 * @param {RegionOfInterest} roi
 * @param {string} corner
 * @param {number} dx
 * @param {number} dy
 * @returns {Point}
 */
function cornerMoved(roi, corner, dx, dy) {
  const x = corner.includes("w") ? roi.offset_x : roi.offset_x + roi.width;
  const y = corner.includes("n") ? roi.offset_y : roi.offset_y + roi.height;
  return { x: x + dx, y: y + dy };
}
