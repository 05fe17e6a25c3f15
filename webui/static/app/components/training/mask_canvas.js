// Paints a mask over its picture by mouse, pen or finger; two fingers or the wheel zoom.
import { html, useEffect, useLayoutEffect, useRef, useState } from "../../preact.js";
import { BACKGROUND, paintedPixels, wholeArea } from "../../pure/mask.js";
import { pan, pinch, WHOLE, zoomAt } from "../../pure/zoom.js";
import { text } from "../../texts/texts.js";

/**
 * @import { Area, MaskClass } from "../../pure/mask.js"
 * @import { MaskDrawing } from "../../pure/mask_drawing.js"
 * @import { Zoom } from "../../pure/zoom.js"
 * @typedef {"brush" | "eraser" | "fill" | "move"} Tool
 * @typedef {EventOf<Element, PointerEvent> & {currentTarget: HTMLElement}} MaskEvent
 */

const WHEEL_FACTOR = 1.2;

/**
 * `onAct` is called after each act, `onOpen` when an outline that was to be filled is open.
 * `painted` counts the changes that were made elsewhere: the mask is then painted anew.
 * `fallback` is shown where a browser can't show `src`, which may be a TIFF.
 * @param {{
 *   picture: Size,
 *   src: string,
 *   fallback: string,
 *   drawing: MaskDrawing,
 *   classes: MaskClass[],
 *   tool: Tool,
 *   diameter: number,
 *   index: number,
 *   isHidden: boolean,
 *   painted: number,
 *   zoom: Zoom,
 *   onZoom: Setter<(zoom: Zoom, frame: Size) => Zoom>,
 *   onAct: () => unknown,
 *   onOpen: () => unknown,
 * }} props
 */
export function MaskCanvas(props) {
  const { picture, src, fallback, drawing, classes, tool, diameter, index, isHidden } = props;
  const { painted, zoom, onZoom, onAct, onOpen } = props;
  const frame = useRef(/** @type {HTMLDivElement | null} */ (null));
  const canvas = useRef(/** @type {HTMLCanvasElement | null} */ (null));
  const fingers = useRef(/** @type {Map<number, Point>} */ (new Map()));
  const last = useRef(/** @type {Point | null} */ (null));
  const [pointer, setPointer] = useState(/** @type {Point | null} */ (null));
  const [shows, setShows] = useState(src);

  useLayoutEffect(() => {
    frame.current?.style.setProperty("--aspect", String(picture.width / picture.height));
  }, [picture.width, picture.height]);
  /** @param {Area | null} area */
  const paint = (area) => {
    const context = canvas.current?.getContext("2d");
    if (!context || !area) return;
    const [width, height] = [area.right - area.left, area.bottom - area.top];
    const pixels = paintedPixels(drawing.mask, area, classes);
    context.putImageData(new ImageData(pixels, width, height), area.left, area.top);
  };
  useEffect(() => paint(wholeArea(picture)), [drawing, classes, painted]);

  /** In pixels of the picture. @param {PointerEvent} event */
  const pixelOf = (event) => {
    const box = canvas.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    return {
      x: ((event.clientX - box.left) * picture.width) / box.width,
      y: ((event.clientY - box.top) * picture.height) / box.height,
    };
  };
  /** In screen pixels of the frame. @param {MouseEvent} event */
  const pointOf = (event) => {
    const box = frame.current?.getBoundingClientRect() ?? new DOMRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  /** @type {(from: Point, to: Point) => void} */
  const stroke = (from, to) =>
    paint(drawing.stroke(from, to, diameter, tool === "eraser" ? BACKGROUND : index));
  const paints = tool === "brush" || tool === "eraser";

  /** @param {MaskEvent} event */
  const begin = (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    fingers.current.set(event.pointerId, pointOf(event));
    if (fingers.current.size > 1) {
      // The first finger did not mean to draw.
      paint(drawing.cancel());
      last.current = null;
      return;
    }
    last.current = pixelOf(event);
    if (!paints || isHidden) return;
    drawing.begin();
    stroke(last.current, last.current);
  };
  /** @param {MaskEvent} event */
  const follow = (event) => {
    setPointer(pixelOf(event));
    const before = fingers.current.get(event.pointerId);
    if (!before) return;
    const after = pointOf(event);
    const pair = [...fingers.current.entries()];
    fingers.current.set(event.pointerId, after);
    if (pair.length === 2) {
      const [from, to] = [pair, [...fingers.current.entries()]].map(
        ([[, a], [, b]]) => /** @type {[Point, Point]} */ ([a, b]),
      );
      onZoom((now, size) => pinch(now, from, to, size));
    } else if (tool === "move") {
      onZoom((now, size) => pan(now, after.x - before.x, after.y - before.y, size));
    } else if (paints && !isHidden && last.current) {
      // A slow page gets several positions at once, and none is left out.
      const positions = event.getCoalescedEvents?.() ?? [];
      for (const position of positions.length ? positions : [event]) {
        const to = pixelOf(position);
        stroke(last.current, to);
        last.current = to;
      }
    }
  };
  /** @param {MaskEvent} event */
  const end = (event) => {
    if (!fingers.current.delete(event.pointerId)) return;
    if (event.pointerType !== "mouse") setPointer(null);
    const at = last.current;
    last.current = null;
    if (!at || isHidden) return;
    if (tool === "fill" && event.type === "pointerup") {
      const filled = drawing.fill(at, index);
      if (filled === "open") onOpen();
      else paint(filled);
    }
    drawing.end();
    onAct();
  };
  /** @param {WheelEvent} event */
  const turn = (event) => {
    event.preventDefault();
    const factor = event.deltaY < 0 ? WHEEL_FACTOR : 1 / WHEEL_FACTOR;
    const point = pointOf(event);
    onZoom((now, size) => zoomAt(now, factor, point, size));
  };
  const { x, y, scale } = zoom;
  return html`
    <div class=${`stage mask-stage ${tool}`} data-testid="mask-canvas" role="img" aria-label=${text("masks-canvas")}
      onPointerDown=${begin} onPointerMove=${follow} onPointerUp=${end} onPointerCancel=${end} onPointerLeave=${() => setPointer(null)} onWheel=${turn}>
      <div class="stage-box" ref=${frame}>
        <div class=${`mask-layers ${scale > 2 ? "pixels" : ""}`} style=${{ transform: `translate(${x}px, ${y}px) scale(${scale})` }}>
          <img src=${shows} alt="" draggable=${false} onError=${() => setShows(fallback)} />
          <canvas ref=${canvas} width=${picture.width} height=${picture.height} hidden=${isHidden} />
          ${
            paints &&
            pointer &&
            html`<svg viewBox=${`0 0 ${picture.width} ${picture.height}`} preserveAspectRatio="none" aria-hidden="true">
            <circle class="dark" cx=${pointer.x} cy=${pointer.y} r=${diameter / 2} />
            <circle class="light" cx=${pointer.x} cy=${pointer.y} r=${diameter / 2} /></svg>`
          }
        </div>
      </div>
    </div>`;
}

/** The zoom of a mask's picture, and its change by what `MaskCanvas` hands to `onZoom`. */
export function useZoom() {
  const [zoom, setZoom] = useState(WHOLE);
  useEffect(() => {
    const whole = () => setZoom(WHOLE);
    addEventListener("resize", whole);
    return () => removeEventListener("resize", whole);
  }, []);
  /** @param {(zoom: Zoom, frame: Size) => Zoom} change */
  const change = (change) => {
    const frame = document.querySelector(".mask-stage .stage-box");
    if (!frame) return;
    const { clientWidth: width, clientHeight: height } = frame;
    setZoom((now) => change(now, { width, height }));
  };
  return { zoom, change };
}
