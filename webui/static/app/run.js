// The parts of this run: counted from the moment inspection was started, kept over a reload.
import { get } from "./api.js";
import { listen, stationStatus } from "./events.js";
import { createStore } from "./store.js";

const KEPT = "run";
const STRIP = 12;
const PAGE = 500;
const NONE = { OK: 0, NG: 0, ERROR: 0, MISSED: 0 };

const begun = (lastSeq) => ({ startedAt: new Date().toISOString(), lastSeq, counts: NONE });

/** {startedAt, lastSeq, counts}; null until the first look at the ledger. */
export const run = createStore(JSON.parse(sessionStorage.getItem(KEPT)));
/** The newest parts, newest first. */
export const strip = createStore([]);

run.follow((value) => sessionStorage.setItem(KEPT, JSON.stringify(value)));

// Events that come while older parts are being read from the ledger wait here.
let catchingUp = null;

function count(entry) {
  const before = run.get();
  if (!before || entry.seq <= before.lastSeq) return;
  const { outcome } = entry.inspection;
  run.set({ ...before, lastSeq: entry.seq, counts: { ...before.counts, [outcome]: before.counts[outcome] + 1 } });
}

function take(entry) {
  count(entry);
  strip.set((shown) => (shown.some(({ seq }) => seq >= entry.seq) ? shown : [entry, ...shown].slice(0, STRIP)));
}

/** What came while nobody listened is read from the ledger: numbers are never skipped. */
async function catchUp() {
  if (catchingUp) return;
  catchingUp = [];
  try {
    const { inspections: newest } = await get(`inspections?limit=${STRIP}`);
    if (!run.get()) run.set(begun(newest[0]?.seq ?? 0));
    for (;;) {
      const { inspections } = await get(`inspections?since=${run.get().lastSeq}&limit=${PAGE}`);
      inspections.forEach(count);
      if (inspections.length < PAGE) break;
    }
    strip.set(newest);
  } catch {
    // The banner says that the station is away; the stream's next "open" catches up.
  } finally {
    const waiting = catchingUp;
    catchingUp = null;
    waiting.forEach(take);
  }
}

/** Counts from zero: called when inspection is started here. */
export async function beginRun() {
  const { inspections } = await get("inspections?limit=1");
  run.set(begun(inspections[0]?.seq ?? 0));
}

export function followRun() {
  listen("open", catchUp);
  listen("inspection", (entry) => (catchingUp ? catchingUp.push(entry) : take(entry)));
  let mode = null;
  stationStatus.follow((status) => {
    // Started at another browser: this one counts from there too.
    if (mode && mode !== "inspect" && status.mode === "inspect") beginRun().catch(() => {});
    mode = status.mode;
  });
}
