// How the groups of pictures on the map look: by colour and by shape, so that colour alone tells nothing.
import { html } from "../../preact.js";
import { LEVELS } from "../../pure/picture_columns.js";

/** @import { Coloring } from "../../pure/picture_columns.js" */
/** @typedef {"circle" | "square" | "triangle" | "diamond" | "cross" | "plus"} Shape */
/** @typedef {{color: `--${string}`, shape: Shape, share?: number}} GroupStyle */

/** @type {GroupStyle[]} */
const CATEGORIES = [
  { color: "--mark", shape: "circle" },
  { color: "--error", shape: "square" },
  { color: "--missed", shape: "triangle" },
  { color: "--ok", shape: "diamond" },
  { color: "--ng", shape: "cross" },
  { color: "--text", shape: "plus" },
];
/** @type {GroupStyle} */
const GREY = { color: "--line-strong", shape: "circle" };

/**
 * The look of a group: normal is grey and anomalous red, scores go from grey to red, and other values
 * have a colour and a shape each. `share` is how much of the colour is mixed into grey.
 * @param {Coloring} by
 * @param {number} group
 * @param {number} count of the groups, of which the last ones stand for all others and for none
 * @returns {GroupStyle}
 */
export function groupStyle(by, group, count) {
  if (by === "label") return group ? { color: "--ng", shape: "triangle" } : GREY;
  if (by === "score")
    return group >= LEVELS
      ? { ...GREY, shape: "cross" }
      : {
          color: "--ng",
          shape: group === LEVELS - 1 ? "triangle" : "circle",
          share: group / (LEVELS - 1),
        };
  return group < count - 2 ? CATEGORIES[group] : { ...GREY, shape: "circle" };
}

/** @type {Record<Shape, (x: number, y: number, r: number) => string>} */
const PATHS = {
  circle: (x, y, r) => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`,
  square: (x, y, r) => `M${x - r} ${y - r}h${2 * r}v${2 * r}h${-2 * r}z`,
  triangle: (x, y, r) => `M${x} ${y - 1.2 * r}l${1.2 * r} ${2.1 * r}h${-2.4 * r}z`,
  diamond: (x, y, r) => {
    const d = 1.3 * r;
    return `M${x} ${y - d}l${d} ${d}l${-d} ${d}l${-d} ${-d}z`;
  },
  plus: (x, y, r) => {
    const t = r * 0.35;
    const arm = r - t;
    return `M${x - t} ${y - r}h${2 * t}v${arm}h${arm}v${2 * t}h${-arm}v${arm}h${-2 * t}v${-arm}h${-arm}v${-2 * t}h${arm}z`;
  },
  cross: (x, y, r) => {
    const n = 0.6 * r;
    return `M${x - r} ${y - r}l${r} ${n}l${r} ${-n}l${-n} ${r}l${n} ${r}l${-r} ${-n}l${-r} ${n}l${n} ${-r}z`;
  },
};

/**
 * The outline of a shape around a place, as the data of an SVG path.
 * @param {Shape} shape
 * @param {number} x
 * @param {number} y
 * @param {number} r
 */
export const shapePath = (shape, x, y, r) => PATHS[shape](x, y, r);

/** A group's mark in the legend. @param {GroupStyle} props */
export function GroupMark({ color, shape, share = 1 }) {
  return html`<svg class="group-mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    <path d=${shapePath(shape, 8, 8, 6)} style=${{ fill: `color-mix(in srgb, var(${color}) ${100 * share}%, var(--line-strong))` }} /></svg>`;
}
