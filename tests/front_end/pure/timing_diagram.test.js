import assert from "node:assert/strict";
import { test } from "node:test";
import {
  knownFrom_us,
  lastNumber,
  withNewEdges,
} from "../../../webui/static/app/pure/edge_recording.js";
import { segmentsOf, timingDiagram } from "../../../webui/static/app/pure/timing_diagram.js";
import { randomNumbers } from "../random.js";

/** @type {RecordedSignal[]} */
const SIGNALS = [
  { name: "trigger", side: "plc", kind: "bit", level: false },
  { name: "acquisition_id", side: "station", kind: "number", level: 0 },
];

/**
 * @param {SignalEdge[]} edges
 * @param {number} now_us
 * @param {Partial<EdgeRecording>} others
 * @returns {EdgeRecording}
 */
const recording = (edges, now_us, others = {}) => ({
  signals: SIGNALS,
  edges,
  started_at: "2026-11-30T12:00:00Z",
  now: "2026-11-30T12:00:10Z",
  now_us,
  ...others,
});
/** @type {(number: number, at_us: number, signal: string, level: SignalLevel) => SignalEdge} */
const edge = (number, at_us, signal, level) => ({ number, at_us, signal, level });

test("a bit is drawn as steps, and a number as a band with its value", () => {
  const edges = [
    edge(1, 250, "trigger", true),
    edge(2, 250, "acquisition_id", 17),
    edge(3, 500, "trigger", false),
  ];
  const view = { end_us: 1000, span_us: 1000, width: 400 };
  const { rows, ticks, height } = timingDiagram(recording(edges, 1000), view);
  const [trigger, id] = rows;
  const [low, high] = [/^M0\.0 (\d+)/, /H100\.0V(\d+)H200\.0/].map((part) =>
    Number(part.exec(trigger.path)?.[1]),
  );
  assert.ok(high < low);
  assert.equal(trigger.path, `M0.0 ${low}V${low}H100.0V${high}H200.0V${low}H400.0`);
  assert.deepEqual(
    id.texts.map(({ x, words }) => [x, words]),
    [[250, "17"]],
  );
  assert.ok(rows.every(({ texts }) => texts.every(({ y }) => y < height)));
  assert.equal(ticks[0].words, "−1 ms");
});

test("what came before the window sets its first level, and what came after it isn't drawn", () => {
  const edges = [edge(1, 100, "trigger", true), edge(2, 900, "trigger", false)];
  const segments = segmentsOf(recording(edges, 1000), 300, 800).get("trigger");
  assert.deepEqual(segments, [{ begin_us: 300, end_us: 800, level: true }]);
});

test("nothing is drawn before the oldest edge that the station still has", () => {
  const whole = recording([edge(7, 400, "trigger", true)], 1000);
  assert.equal(knownFrom_us(whole), 400);
  assert.deepEqual(segmentsOf(whole, 0, 1000).get("acquisition_id"), [
    { begin_us: 400, end_us: 1000, level: 0 },
  ]);
});

test("answers in pieces give the same recording as one, whatever overlaps", () => {
  const next = randomNumbers(5);
  const whole = (/** @type {number} */ most) => Math.floor(next() * (most + 1));
  const all = Array.from({ length: 300 }, (_, index) =>
    edge(
      index + 1,
      10 * index,
      index % 3 ? "trigger" : "acquisition_id",
      index % 3 ? index % 2 > 0 : index,
    ),
  );
  /** @type {EdgeRecording | null} */
  let kept = null;
  for (let end = 0; end < all.length; ) {
    const from = Math.max(0, lastNumber(kept) - whole(3));
    end = Math.min(all.length, end + 1 + whole(40));
    kept = withNewEdges(kept, recording(all.slice(from, end), 10 * end));
  }
  assert.deepEqual(kept?.edges, all);
  assert.equal(kept?.now_us, 3000);
});

test("a gap and a restart replace what was kept", () => {
  const before = recording([edge(1, 100, "trigger", true)], 500);
  const gap = recording([edge(9, 600, "trigger", true)], 700);
  assert.equal(withNewEdges(before, gap), gap);
  const restarted = recording([], 800, { started_at: "2026-11-30T12:05:00Z" });
  assert.equal(withNewEdges(before, restarted), restarted);
});
