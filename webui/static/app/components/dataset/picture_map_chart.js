import { html, useEffect, useMemo, useRef } from "../../preact.js";
import { isInside, nearestPlace } from "../../pure/picture_columns.js";
import { text } from "../../texts/texts.js";
import { axisOf, Chart, colorOf } from "../shared/chart.js";
import { groupStyle, shapePath } from "./picture_map_groups.js";

/** @import { Coloring, PictureColumns, Point } from "../../pure/picture_columns.js" */
/** @typedef {import("uplot")} UPlot */

const HEIGHT = 460;
const RADIUS = 3.5;
/** A pointer that is nearer to a point than this points to it. */
const REACH = 24;
/** A pointer that moves less far is a tap. */
const TAP = 6;

/**
 * @typedef {{
 *   map: NonNullable<PictureColumns["map"]>,
 *   ids: number[],
 *   groups: {of: number[], values: unknown[]},
 *   by: Coloring,
 *   selection: Set<number>,
 *   onLasso: Setter<number[]>,
 *   onPoint: Setter<{index: number, x: number, y: number} | null>,
 * }} MapProps
 */

/**
 * The hex colour between two others.
 * @param {string} from
 * @param {string} to
 * @param {number} share of the second one
 */
function mixed(from, to, share) {
  /** @type {(color: string) => number[]} */
  const channels = (color) =>
    [1, 3, 5].map((at) => Number.parseInt(color.trim().slice(at, at + 2), 16));
  const second = channels(to);
  return `rgb(${channels(from).map((value, index) => Math.round(value + share * (second[index] - value)))})`;
}

/**
 * All points as a scatter chart: a line drawn around some, by mouse, pen or finger, gives their ids, and
 * the picture under the pointer or a tap is told with its place.
 * @param {MapProps} props
 */
export function PictureMapChart(props) {
  const { map, ids, groups, by, selection } = props;
  const now = useRef(props);
  now.current = props;
  const chart = useRef(/** @type {UPlot | null} */ (null));
  /** Where the pictures are in pixels of the chart; NaN for those that aren't. */
  const places = useRef({ x: new Float64Array(), y: new Float64Array() });

  const data = useMemo(() => {
    const points = map.x.flatMap((x, index) =>
      x === null ? [] : [[x, /** @type {number} */ (map.y[index])]],
    );
    return /** @type {import("uplot").AlignedData} */ (
      /** @type {unknown} */ ([null, [points.map(([x]) => x), points.map(([, y]) => y)]])
    );
  }, [map]);
  const options = useMemo(() => {
    /** @type {(number: number) => import("uplot").Axis} */
    const axis = (number) =>
      axisOf({
        label: text("dataset-map-axis", { number }),
        labelSize: 24,
        labelFont: `13px ${getComputedStyle(document.body).fontFamily}`,
        size: 12,
        values: (_, ticks) => ticks.map(() => ""),
      });
    /** @type {Omit<import("uplot").Options, "width" | "height">} */
    const made = {
      mode: 2,
      legend: { show: false },
      cursor: { show: false },
      scales: { x: { time: false }, y: {} },
      axes: [axis(1), axis(2)],
      series: [{}, { facets: [{ scale: "x" }, { scale: "y" }], paths: () => null }],
      hooks: { draw: [(u) => draw(u, now.current, places.current)] },
    };
    return made;
  }, []);
  useEffect(() => chart.current?.redraw(), [map, groups, by, selection]);
  return html`<${Chart} label=${text("dataset-map-label", { count: ids.length })} data=${data} options=${options} height=${HEIGHT} testid="picture-map"
    onChart=${(/** @type {UPlot} */ drawn) => {
      chart.current = drawn;
      steer(drawn, now, places);
    }} />`;
}

/**
 * Draws all points in their groups' looks, the selected ones with a ring around them.
 * @param {UPlot} u
 * @param {MapProps} props
 * @param {{x: Float64Array, y: Float64Array}} places
 */
function draw(u, { map, ids, groups, by, selection }, places) {
  const { ctx, bbox } = u;
  const ratio = devicePixelRatio;
  const styles = groups.values.map((_, group) => groupStyle(by, group, groups.values.length));
  const paths = styles.map(() => new Path2D());
  const rings = new Path2D();
  if (places.x.length !== map.x.length) {
    places.x = new Float64Array(map.x.length);
    places.y = new Float64Array(map.x.length);
  }
  for (let index = 0; index < map.x.length; index++) {
    const [x, y] = [map.x[index], map.y[index]];
    if (x === null || y === null) {
      places.x[index] = places.y[index] = Number.NaN;
      continue;
    }
    const [left, top] = [u.valToPos(x, "x", true), u.valToPos(y, "y", true)];
    places.x[index] = (left - bbox.left) / ratio;
    places.y[index] = (top - bbox.top) / ratio;
    const { shape } = styles[groups.of[index]];
    if (shape === "circle") {
      paths[groups.of[index]].moveTo(left + RADIUS * ratio, top);
      paths[groups.of[index]].arc(left, top, RADIUS * ratio, 0, 2 * Math.PI);
    } else paths[groups.of[index]].addPath(new Path2D(shapePath(shape, left, top, RADIUS * ratio)));
    if (selection.has(ids[index])) {
      rings.moveTo(left + 2 * RADIUS * ratio, top);
      rings.arc(left, top, 2 * RADIUS * ratio, 0, 2 * Math.PI);
    }
  }
  ctx.save();
  ctx.globalAlpha = 0.8;
  styles.forEach(({ color, share = 1 }, group) => {
    ctx.fillStyle = mixed(colorOf("--line-strong"), colorOf(color), share);
    ctx.fill(paths[group]);
  });
  ctx.globalAlpha = 1;
  ctx.strokeStyle = colorOf("--mark");
  ctx.lineWidth = 1.5 * ratio;
  ctx.stroke(rings);
  ctx.restore();
}

/**
 * Follows the pointer over the chart: a stroke is a lasso, a tap or hovering points to a picture.
 * @param {UPlot} u
 * @param {{current: MapProps}} props
 * @param {{current: {x: Float64Array, y: Float64Array}}} places
 */
function steer({ over }, props, places) {
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "polygon");
  drawing.classList.add("lasso");
  drawing.append(line);
  over.append(drawing);
  /** @type {Point[] | null} */
  let stroke = null;

  /** @type {(event: PointerEvent) => Point} */
  const placeOf = (event) => {
    const { left, top } = over.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  /** @param {Point} at */
  const point = (at) => {
    const index = nearestPlace(places.current.x, places.current.y, at, REACH);
    const { offsetLeft: left, offsetTop: top } = over;
    props.current.onPoint(
      index === null
        ? null
        : {
            index,
            x: places.current.x[index] + left,
            y: places.current.y[index] + top,
          },
    );
  };
  const end = () => {
    stroke = null;
    line.removeAttribute("points");
  };
  over.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !event.isPrimary) return;
    over.setPointerCapture(event.pointerId);
    stroke = [placeOf(event)];
  });
  over.addEventListener("pointermove", (event) => {
    if (!event.isPrimary) return;
    const at = placeOf(event);
    if (!stroke) return point(at);
    stroke.push(at);
    line.setAttribute("points", stroke.map(({ x, y }) => `${x},${y}`).join(" "));
  });
  over.addEventListener("pointerup", (event) => {
    if (!stroke || !event.isPrimary) return;
    const drawn = stroke;
    end();
    const reach = Math.max(...drawn.map(({ x, y }) => Math.hypot(x - drawn[0].x, y - drawn[0].y)));
    if (reach < TAP) return point(drawn[0]);
    const { x, y } = places.current;
    props.current.onLasso(
      props.current.ids.filter((_, index) => isInside(drawn, x[index], y[index])),
    );
  });
  over.addEventListener("pointercancel", end);
  over.addEventListener("pointerleave", (event) => {
    if (event.pointerType === "mouse" && !stroke) props.current.onPoint(null);
  });
}
