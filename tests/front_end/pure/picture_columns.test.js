import assert from "node:assert/strict";
import { test } from "node:test";
import {
  binEdges,
  binsOf,
  groupsOf,
  histogramOf,
  isInside,
  largestValues,
  nearestPlace,
  valuesOf,
} from "../../../webui/static/app/pure/picture_columns.js";

/** @import { PictureColumns } from "../../../webui/static/app/pure/picture_columns.js" */

const NONE = { values: [], of: [-1, -1, -1, -1] };
/** @type {PictureColumns} */
const COLUMNS = {
  version: 3,
  picture_id: [1, 2, 3, 4],
  anomaly: [false, false, true, true],
  facets: {
    batch: { values: ["a", "b"], of: [0, 1, 1, -1] },
    defect_type: NONE,
    day: NONE,
    person: NONE,
    split: NONE,
  },
  masked: [false, false, false, false],
  boxed: [false, false, false, false],
  width: [1000, 2000, 1000, 1000],
  height: [1000, 1000, 1000, 1000],
  bytes: [null, 2500, 3000, 1000],
  brightness: [null, 0.25, 0.5, 0.501],
  contrast: [null, 0.1, 0.1, 0.1],
  focus_db: [null, -20, -10, -12],
  scored_by: null,
  score: [1, 2, 3, null],
  map: null,
};

test("measures are in the units of their titles", () => {
  assert.deepEqual(valuesOf(COLUMNS, "brightness")[1], 25);
  assert.deepEqual(valuesOf(COLUMNS, "pixels"), [1, 2, 1, 1]);
  assert.deepEqual(valuesOf(COLUMNS, "bytes"), [null, 2.5, 3, 1]);
});

test("bins hold every value, and have round edges", () => {
  for (const values of [[0, 1], [0.13, 0.131], [5], [-3, 900], [0], [2, 2, 2], [1e-9, 3e-9]]) {
    const edges = binEdges([null, ...values]);
    const bins = binsOf(values, edges);
    assert.ok(edges.length >= 2 && edges.length <= 25, `${values}: ${edges.length} edges`);
    values.forEach((value, index) => {
      const bin = bins[index];
      const slack = 1e-9 * (edges[1] - edges[0]) * edges.length;
      assert.ok(edges[bin] <= value + slack && value <= edges[bin + 1] + slack, `${value}`);
    });
  }
  assert.deepEqual(binEdges([null, null]), []);
  assert.deepEqual(binsOf([null], []), [-1]);
});

test("a histogram counts by label what is kept", () => {
  const bins = [-1, 0, 1, 1];
  const { normal, anomaly } = histogramOf([0, 1, 2], bins, COLUMNS.anomaly);
  assert.deepEqual(
    [normal, anomaly],
    [
      [1, 0],
      [0, 2],
    ],
  );
  const kept = histogramOf([0, 1, 2], bins, COLUMNS.anomaly, (index) => index !== 3);
  assert.deepEqual(kept.anomaly, [0, 1]);
});

test("values of a facet come with the most pictures first, and none is one of them", () => {
  assert.deepEqual(largestValues(COLUMNS.facets.batch), [
    [1, 2],
    [0, 1],
    [-1, 1],
  ]);
});

test("groups of the map by label, facet and score", () => {
  assert.deepEqual(groupsOf(COLUMNS, "label").of, [0, 0, 1, 1]);
  assert.deepEqual(groupsOf(COLUMNS, "batch"), {
    of: [1, 0, 0, 3],
    values: [1, 0, "others", "none"],
  });
  const { of, values } = groupsOf(COLUMNS, "score");
  assert.equal(values[of[3]], "none");
  assert.ok(of[0] < of[1] && of[1] < of[2]);
});

test("what lies in a lasso, also a hollow one, and not in its bay", () => {
  const bay = [
    [0, 0],
    [10, 0],
    [10, 10],
    [5, 2],
    [0, 10],
  ].map(([x, y]) => ({ x, y }));
  assert.ok(isInside(bay, 1, 1));
  assert.ok(isInside(bay, 9, 7));
  assert.ok(!isInside(bay, 5, 8));
  assert.ok(!isInside(bay, 11, 1));
  assert.ok(!isInside(bay, Number.NaN, Number.NaN));
});

test("the nearest place within reach, unplaced pictures passed over", () => {
  const xs = [Number.NaN, 10, 20];
  assert.equal(nearestPlace(xs, xs, { x: 19, y: 18 }, 5), 2);
  assert.equal(nearestPlace(xs, xs, { x: 30, y: 30 }, 5), null);
});
