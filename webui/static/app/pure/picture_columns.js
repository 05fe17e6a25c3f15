// The pictures of a dataset in columns: which have a value, in which bin of a histogram, in which area.

/** @typedef {Answered<"get", "datasets/{name}/profile/pictures">} PictureColumns */
/** @typedef {"batch" | "defect_type" | "day" | "person" | "split"} FacetName */
/** @typedef {"brightness" | "contrast" | "focus" | "pixels" | "bytes" | "score"} Measure */
/** @typedef {{edges: number[], normal: number[], anomaly: number[]}} Histogram */
/** @typedef {{x: number, y: number}} Point */

/** @type {FacetName[]} */
export const FACETS = ["batch", "defect_type", "day", "person", "split"];
/** @type {Measure[]} */
export const MEASURES = ["brightness", "contrast", "focus", "pixels", "bytes", "score"];

const MOST_BINS = 20;
const STEPS = [1, 2, 2.5, 5, 10];

/** @type {(values: (number | null)[], factor: number) => (number | null)[]} */
const scaled = (values, factor) => values.map((value) => (value === null ? null : value * factor));

/** @type {Record<Measure, (columns: PictureColumns) => (number | null)[]>} */
const VALUES = {
  brightness: ({ brightness }) => scaled(brightness, 100),
  contrast: ({ contrast }) => scaled(contrast, 100),
  focus: (columns) => columns.focus_db,
  pixels: ({ width, height }) => width.map((pixels, index) => (pixels * height[index]) / 1e6),
  bytes: ({ bytes }) => scaled(bytes, 1e-3),
  score: ({ score }) => score,
};

/**
 * The measure of every picture in its unit (per cent, decibels, megapixels, kilobytes); null where it
 * isn't known.
 * @type {(columns: PictureColumns, measure: Measure) => (number | null)[]}
 */
export const valuesOf = (columns, measure) => VALUES[measure](columns);

/**
 * Edges of bins of one round width that hold all values; none if there is no value.
 * @param {(number | null)[]} values
 */
export function binEdges(values) {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value === null) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) return [];
  const raw = (high - low) / (MOST_BINS - 2) || Math.abs(low) / MOST_BINS || 1;
  const size = 10 ** Math.floor(Math.log10(raw));
  const width = size * (STEPS.find((step) => step * size >= raw * 0.999999) ?? 10);
  const first = Math.floor(low / width);
  const last = Math.floor(high / width) + 1;
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * width);
}

/**
 * The bin of each value; -1 where it isn't known. The bin i goes from edge i to below edge i + 1.
 * @param {(number | null)[]} values
 * @param {number[]} edges
 */
export const binsOf = (values, edges) =>
  values.map((value) =>
    value === null || edges.length < 2
      ? -1
      : Math.min(
          Math.max(Math.floor((value - edges[0]) / (edges[1] - edges[0])), 0),
          edges.length - 2,
        ),
  );

/**
 * Counts by bin and label, of those pictures that `keep` names.
 * @param {number[]} edges
 * @param {number[]} bins
 * @param {boolean[]} anomaly
 * @param {(index: number) => boolean} keep
 * @returns {Histogram}
 */
export function histogramOf(edges, bins, anomaly, keep = () => true) {
  const count = Math.max(edges.length - 1, 0);
  /** @type {number[]} */
  const normal = Array(count).fill(0);
  /** @type {number[]} */
  const anomalous = Array(count).fill(0);
  bins.forEach((bin, index) => {
    if (bin >= 0 && keep(index)) (anomaly[index] ? anomalous : normal)[bin] += 1;
  });
  return { edges, normal, anomaly: anomalous };
}

/**
 * The indices of a facet's values by the number of their pictures, most first; -1 stands for none.
 * @param {{values: string[], of: number[]}} facet
 * @returns {[index: number, count: number][]}
 */
export function largestValues({ values, of }) {
  const counts = new Map([...values.keys(), -1].map((index) => [index, 0]));
  for (const index of of) counts.set(index, (counts.get(index) ?? 0) + 1);
  return [...counts].filter(([, count]) => count).sort(([, a], [, b]) => b - a);
}

/**
 * The ids of the pictures for which `keep` holds.
 * @param {PictureColumns} columns
 * @param {(index: number) => boolean} keep
 */
export const idsWhere = (columns, keep) => columns.picture_id.filter((_, index) => keep(index));

/**
 * Whether a point lies in a polygon, by the even-odd rule.
 * @param {Point[]} polygon
 * @param {number} x
 * @param {number} y
 */
export function isInside(polygon, x, y) {
  let inside = false;
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const a = polygon[i];
    const b = polygon[j];
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

/**
 * The index of the nearest place within `reach`; null if there is none. Places that aren't numbers
 * are passed over.
 * @param {ArrayLike<number>} xs
 * @param {ArrayLike<number>} ys
 * @param {Point} at
 * @param {number} reach
 */
export function nearestPlace(xs, ys, at, reach) {
  let nearest = null;
  let least = reach ** 2;
  for (let index = 0; index < xs.length; index++) {
    const distance = (xs[index] - at.x) ** 2 + (ys[index] - at.y) ** 2;
    if (distance <= least) [nearest, least] = [index, distance];
  }
  return nearest;
}

/** @typedef {"label" | FacetName | "score"} Coloring */
export const LEVELS = 5;
const MOST_GROUPS = 6;

/**
 * The group of each picture on the map. Values of a facet beyond the six with the most pictures are
 * one group, and so are the pictures without a value.
 * @param {PictureColumns} columns
 * @param {Coloring} by
 * @returns {{of: number[], values: (number | "others" | "none")[]}} the index of each picture's group, and
 *   what each group stands for: the index of a value, or a level of the score from 0 to 4
 */
export function groupsOf(columns, by) {
  if (by === "label")
    return { of: columns.anomaly.map((anomaly) => Number(anomaly)), values: [0, 1] };
  if (by === "score") {
    const known = columns.score.filter((score) => score !== null).sort((a, b) => a - b);
    const limits = Array.from(
      { length: LEVELS - 1 },
      (_, level) => known[Math.floor(((level + 1) * known.length) / LEVELS)],
    );
    return {
      of: columns.score.map((score) =>
        score === null ? LEVELS : limits.filter((limit) => score >= limit).length,
      ),
      values: [0, 1, 2, 3, 4, "none"],
    };
  }
  const facet = columns.facets[by];
  const largest = largestValues(facet)
    .map(([index]) => index)
    .filter((index) => index >= 0)
    .slice(0, MOST_GROUPS);
  const group = new Map(largest.map((value, index) => [value, index]));
  return {
    of: facet.of.map((value) =>
      value < 0 ? largest.length + 1 : (group.get(value) ?? largest.length),
    ),
    values: [...largest, "others", "none"],
  };
}
