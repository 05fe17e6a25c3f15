// The parts of this run: counted from the moment inspection was started, kept over a reload.
import { get } from "../api.js";
import { addToStrip, countEntry, newRun } from "../pure/run.js";
import { listen, stationStatus } from "./events.js";
import { createStore } from "./store.js";

/** @import { Run } from "../pure/run.js" */

const KEPT = "run";
const STRIP = 12;
const PAGE = 500;

/** {startedAt, lastSeq, counts}; null until the first look at the ledger. */
export const run = createStore(
  /** @type {Run | null} */ (JSON.parse(sessionStorage.getItem(KEPT) ?? "null")),
);
/** The newest parts, newest first. */
export const strip = createStore(/** @type {RecordedPart[]} */ ([]));

run.follow((value) => sessionStorage.setItem(KEPT, JSON.stringify(value)));

// Events that come while older parts are being read from the ledger wait here.
/** @type {RecordedPart[] | null} */
let catchingUp = null;

/** @param {RecordedPart} entry */
function count(entry) {
  const before = run.get();
  const after = before && countEntry(before, entry);
  if (after !== before) run.set(after);
}

/** @param {RecordedPart} entry */
function take(entry) {
  count(entry);
  strip.set((shown) => addToStrip(shown, entry, STRIP));
}

/** What came while nobody listened is read from the ledger: numbers are never skipped. */
async function catchUp() {
  if (catchingUp) return;
  catchingUp = [];
  try {
    const { inspections: newest } = await get(`inspections?limit=${STRIP}`);
    if (!run.get()) run.set(newRun(newest[0]?.seq ?? 0));
    for (;;) {
      const since = run.get()?.lastSeq ?? 0;
      const { inspections } = await get(`inspections?since=${since}&limit=${PAGE}`);
      inspections.forEach(count);
      if (inspections.length < PAGE) break;
    }
    strip.set(newest);
  } catch {
    // The banner says that the station is away; the stream's next "open" catches up.
  } finally {
    const waiting = catchingUp ?? [];
    catchingUp = null;
    waiting.forEach(take);
  }
}

/** Counts from zero: called when inspection is started here. */
export async function beginRun() {
  const { inspections } = await get("inspections?limit=1");
  run.set(newRun(inspections[0]?.seq ?? 0));
}

export function followRun() {
  listen("open", catchUp);
  listen("inspection", (entry) => (catchingUp ? catchingUp.push(entry) : take(entry)));
  /** @type {StationStatus["mode"] | undefined} */
  let mode;
  stationStatus.follow((status) => {
    // Started at another browser: this one counts from there too.
    if (mode && mode !== "inspect" && status?.mode === "inspect") beginRun().catch(() => {});
    mode = status?.mode;
  });
}
