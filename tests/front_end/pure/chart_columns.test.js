import assert from "node:assert/strict";
import { test } from "node:test";
import { chartColumns } from "../../../webui/static/app/pure/chart_columns.js";

/** @type {(count: number) => ResultsSummary["by_hour"]} */
const hours = (count) =>
  Array.from({ length: count }, (_, index) => ({
    hour: new Date(2026, 2, 10, index).toISOString(),
    ok: 2,
    ng: 1,
    error: 0,
    missed: 0,
  }));

test("few hours are a column each", () => {
  const { unit, columns } = chartColumns(hours(24));
  assert.deepEqual([unit, columns.length, columns[0].ok], ["hour", 24, 2]);
});

test("many hours are put together by the local day", () => {
  const { unit, columns } = chartColumns(hours(24 * 7 + 5));
  assert.deepEqual([unit, columns.length], ["day", 8]);
  assert.deepEqual([columns[0].ok, columns[7].ng], [48, 5]);
  assert.equal(columns[7].at.getDate(), 17);
});
