import assert from "node:assert/strict";
import { test } from "node:test";
import {
  change,
  chartState,
  csvOf,
  pareto,
  partsAddress,
  qualityQuery,
  regionName,
} from "../../../webui/static/app/pure/quality.js";

const SPAN = { from: "2026-03-10T06:00:00Z", to: "2026-03-10T14:00:00Z" };

test("a bar opens its parts with the period and the recipe of the page", () => {
  const address = partsAddress({ recipe: "lids", period: "yesterday" }, SPAN, { region: "5" });
  const asked = new URL(address, "http://station").searchParams;
  assert.equal(asked.get("from"), SPAN.from);
  assert.equal(asked.get("to"), SPAN.to);
  assert.equal(asked.get("recipe"), "lids");
  assert.equal(asked.get("region"), "5");
  const open = { from: SPAN.from, to: null };
  assert.equal(partsAddress({ period: "7d" }, open, {}), "/results?period=7d");
});

test("the station is asked for the period and for the rejects that are counted", () => {
  const asked = qualityQuery({ recipe: "lids", region: "3", tab: "x", screen: "hall" }, SPAN);
  assert.equal(new URLSearchParams(asked).get("region"), "3");
  assert.equal(new URLSearchParams(asked).get("screen"), null);
});

test("the line of a Pareto chart ends at all of them", () => {
  const bars = pareto([{ parts: 6 }, { parts: 3 }, { parts: 1 }]);
  assert.deepEqual(
    bars.map(({ cumulated }) => Math.round(cumulated * 100)),
    [60, 90, 100],
  );
  assert.deepEqual(pareto([]), []);
});

test("nothing is compared with nothing", () => {
  assert.equal(change(0, 5), null);
  assert.equal(change(null, 5), null);
  assert.equal(change(4, 5), 0.25);
});

test("a file for spreadsheets keeps commas and quotes, and no formula runs", () => {
  const rows = [
    { recipe: 'a "b", c', parts: 0.5 },
    { recipe: "=1+1", parts: null },
  ];
  assert.equal(csvOf(rows, ["recipe", "parts"]), 'recipe,parts\r\n"a ""b"", c",0.5\r\n\'=1+1,\r\n');
});

test("the chart's state is unknown without limits, and an alarm counts before all else", () => {
  const subgroup = { start: SPAN.from, judged: 9, rejected: 1, share: 0.1, lower: 0, upper: 0.2 };
  const interval = { low: 0.01, high: 0.03 };
  const expected = { stated: 0.01, baseline: 0.02, baseline_parts: 5000, centre: 0.02, interval };
  /** @type {(out: ("above" | "below" | null)[], known?: boolean) => QualityPChart} */
  const answer = (out, known = true) => ({
    ...{ recipe: "lids", recipes: ["lids"], model: null, changed_at: null, why_unknown: null },
    expected: known ? expected : null,
    chart: {
      ...{ subgroup_hours: 1, parts_a_shift: 100, cusum: null },
      subgroups: out.map((side) => ({ ...subgroup, out: side })),
    },
  });
  assert.equal(chartState(answer([null], false)), "unknown");
  assert.equal(chartState(answer([null, null])), "within");
  assert.equal(chartState(answer(["below", null])), "below");
  assert.equal(chartState(answer(["below", "above"])), "above");
});

test("each place has a name of its own", () => {
  const names = Array.from({ length: 9 }, (_, index) => regionName(index + 1));
  assert.equal(names[0], "top left");
  assert.equal(new Set(names).size, 9);
});
