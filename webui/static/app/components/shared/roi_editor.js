// Draws, moves and resizes the region of interest on the live picture, by mouse, pen or finger.
import { html, useEffect, useRef, useState } from "../../preact.js";
import { clamp, moveRegion, regionBetween, resizeRegion } from "../../pure/roi.js";
import { text } from "../../texts/texts.js";

const HANDLES = ["nw", "n", "ne", "e", "se", "s", "sw", "w"];
const HANDLE_PX = 14;
const TOUCH_PX = 48;
// A shorter drag is a slip of the finger.
const SMALLEST_DRAG_PX = 8;

/** @typedef {EventOf<SVGElement, PointerEvent> & {currentTarget: SVGSVGElement}} DrawingEvent */

/**
 * Where on a drawing an event is, in the drawing's own pixels.
 * @param {DrawingEvent} event
 */
export const pointOn = ({ clientX, clientY, currentTarget: svg }) =>
  new DOMPoint(clientX, clientY).matrixTransform(svg.getScreenCTM()?.inverse());

/**
 * Sensor pixels that one screen pixel covers; handles keep their size on the screen by it.
 * @param {{current: SVGSVGElement | null}} svg
 * @param {Size} shown
 */
function usePixelSize(svg, shown) {
  const [size, setSize] = useState(1);
  useEffect(() => {
    const element = svg.current;
    if (!element) return undefined;
    const measure = () => setSize(shown.width / (element.clientWidth || shown.width));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [svg, shown.width]);
  return size;
}

/**
 * @param {RegionOfInterest} roi
 * @param {string} handle
 * @returns {Point}
 */
function handlePlace(roi, handle) {
  const across = handle.includes("w") ? 0 : handle.includes("e") ? 1 : 0.5;
  const down = handle.includes("n") ? 0 : handle.includes("s") ? 1 : 0.5;
  return { x: roi.offset_x + across * roi.width, y: roi.offset_y + down * roi.height };
}

/**
 * A square to grip the rectangle `roi` by; it keeps its size on the screen.
 * @param {{roi: RegionOfInterest, name: string, pixel: number}} props
 */
export function Handle({ roi, name, pixel }) {
  const { x, y } = handlePlace(roi, name);
  const half = (HANDLE_PX * pixel) / 2;
  const reach = (TOUCH_PX * pixel) / 2;
  return html`
    <g class=${`handle ${name}`}>
      <rect data-handle=${name} class="reach" x=${x - reach} y=${y - reach} width=${2 * reach} height=${2 * reach} />
      <rect class="knob" x=${x - half} y=${y - half} width=${2 * half} height=${2 * half} />
    </g>`;
}

/**
 * A region, or what becomes of the last one.
 * @typedef {RegionOfInterest
 *   | ((last: RegionOfInterest | null) => RegionOfInterest | null)} RegionChange
 */

/**
 * `shown` is the region that the picture shows, `roi` the one being edited (null: none), both in the
 * same pixels, which are the drawing's own too; `fit` makes a drawn region one that is allowed.
 * @param {{
 *   what?: string,
 *   shown: RegionOfInterest,
 *   roi: RegionOfInterest | null,
 *   fit: (drawn: RegionOfInterest) => RegionOfInterest,
 *   onChange: Setter<RegionChange>,
 * }} props
 */
export function RoiEditor({ what = text("field-region"), shown, roi, fit, onChange }) {
  const svg = useRef(/** @type {SVGSVGElement | null} */ (null));
  const drag = useRef(
    /** @type {{from: Point, grip: string, roi: RegionOfInterest | null} | null} */ (null),
  );
  const pixel = usePixelSize(svg, shown);

  /** @param {DrawingEvent} event */
  const pointOf = (event) => {
    const point = pointOn(event);
    return {
      x: clamp(point.x, shown.offset_x, shown.offset_x + shown.width),
      y: clamp(point.y, shown.offset_y, shown.offset_y + shown.height),
    };
  };

  /** @param {DrawingEvent} event */
  const begin = (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { from: pointOf(event), grip: event.target.dataset.handle ?? "draw", roi };
  };

  /** @param {DrawingEvent} event */
  const follow = (event) => {
    if (!drag.current) return;
    const { from, grip, roi: before } = drag.current;
    const to = pointOf(event);
    if (before && grip === "move")
      onChange(moveRegion(before, to.x - from.x, to.y - from.y, shown));
    else if (before && grip !== "draw") onChange(resizeRegion(before, grip, to));
    else if (Math.hypot(to.x - from.x, to.y - from.y) > SMALLEST_DRAG_PX * pixel)
      onChange(regionBetween(from, to));
  };

  /** @param {DrawingEvent} event */
  const end = (event) => {
    if (!drag.current) return;
    follow(event);
    drag.current = null;
    onChange((last) => last && fit(last));
  };

  const around = `M${shown.offset_x} ${shown.offset_y}h${shown.width}v${shown.height}h${-shown.width}z`;
  const hole = roi && `M${roi.offset_x} ${roi.offset_y}v${roi.height}h${roi.width}v${-roi.height}z`;
  return html`
    <svg ref=${svg} class="roi-editor" data-testid="roi-editor" role="application"
      aria-label=${text("field-region-draw", { what })}
      viewBox=${`${shown.offset_x} ${shown.offset_y} ${shown.width} ${shown.height}`} preserveAspectRatio="none"
      onPointerDown=${begin} onPointerMove=${follow} onPointerUp=${end} onPointerCancel=${end}>
      ${
        roi &&
        html`
        <path class="outside" d=${around + hole} />
        <rect class="region" data-handle="move" data-testid="roi" x=${roi.offset_x} y=${roi.offset_y}
          width=${roi.width} height=${roi.height} />
        ${HANDLES.map((name) => html`<${Handle} key=${name} roi=${roi} name=${name} pixel=${pixel} />`)}`
      }
    </svg>`;
}
