// Draws, moves and resizes the region of interest on the live picture, by mouse, pen or finger.
import { html, useEffect, useRef, useState } from "../preact.js";
import { between, clamp, moved, resized } from "../roi.js";

const HANDLES = ["nw", "n", "ne", "e", "se", "s", "sw", "w"];
const HANDLE_PX = 14;
const TOUCH_PX = 48;
// A shorter drag is a slip of the finger.
const SMALLEST_DRAG_PX = 8;

/** Sensor pixels that one screen pixel covers; handles keep their size on the screen by it. */
function usePixelSize(svg, shown) {
  const [size, setSize] = useState(1);
  useEffect(() => {
    const measure = () => setSize(shown.width / (svg.current.clientWidth || shown.width));
    const observer = new ResizeObserver(measure);
    observer.observe(svg.current);
    measure();
    return () => observer.disconnect();
  }, [svg, shown.width]);
  return size;
}

function handlePlace(roi, handle) {
  const across = handle.includes("w") ? 0 : handle.includes("e") ? 1 : 0.5;
  const down = handle.includes("n") ? 0 : handle.includes("s") ? 1 : 0.5;
  return { x: roi.offset_x + across * roi.width, y: roi.offset_y + down * roi.height };
}

/** A square to grip the rectangle `roi` by; it keeps its size on the screen. */
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
 * `shown` is the region that the picture shows, `roi` the one being edited (null: none), both in the
 * same pixels, which are the drawing's own too; `fit` makes a drawn region one that is allowed.
 */
export function RoiEditor({ what = "Region of interest", shown, roi, fit, onChange }) {
  const svg = useRef(null);
  const drag = useRef(null);
  const pixel = usePixelSize(svg, shown);

  const pointOf = (event) => {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.current.getScreenCTM().inverse());
    return {
      x: clamp(point.x, shown.offset_x, shown.offset_x + shown.width),
      y: clamp(point.y, shown.offset_y, shown.offset_y + shown.height),
    };
  };

  const begin = (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    svg.current.setPointerCapture(event.pointerId);
    drag.current = { from: pointOf(event), grip: event.target.dataset.handle ?? "draw", roi };
  };

  const follow = (event) => {
    if (!drag.current) return;
    const { from, grip, roi: before } = drag.current;
    const to = pointOf(event);
    if (grip === "move") onChange(moved(before, to.x - from.x, to.y - from.y, shown));
    else if (grip !== "draw") onChange(resized(before, grip, to));
    else if (Math.hypot(to.x - from.x, to.y - from.y) > SMALLEST_DRAG_PX * pixel) onChange(between(from, to));
  };

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
      aria-label=${`${what}: drag on the picture to draw it`}
      viewBox=${`${shown.offset_x} ${shown.offset_y} ${shown.width} ${shown.height}`} preserveAspectRatio="none"
      onPointerDown=${begin} onPointerMove=${follow} onPointerUp=${end} onPointerCancel=${end}>
      ${roi && html`
        <path class="outside" d=${around + hole} />
        <rect class="region" data-handle="move" data-testid="roi" x=${roi.offset_x} y=${roi.offset_y}
          width=${roi.width} height=${roi.height} />
        ${HANDLES.map((name) => html`<${Handle} key=${name} roi=${roi} name=${name} pixel=${pixel} />`)}`}
    </svg>`;
}
