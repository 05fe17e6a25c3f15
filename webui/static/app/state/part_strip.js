// The newest parts of the ledger, on every page: the next one is shown with those before it.
import { get } from "../api.js";
import { addToStrip } from "../pure/part_strip.js";
import { isLive, listen } from "./events.js";
import { createNewest } from "./newest.js";
import { createStore } from "./store.js";

const LENGTH = 12;

/**
 * The newest parts, newest first. `isCaughtUp`: those that came while nobody listened are among them.
 */
export const strip = createStore({
  parts: /** @type {RecordedPart[]} */ ([]),
  isCaughtUp: false,
});

const asked = createNewest();
/**
 * Parts that came since the stream was opened: some are newer than what the ledger answers then.
 * @type {RecordedPart[]}
 */
let arrived = [];

async function catchUp() {
  arrived = [];
  try {
    await asked.take(
      () => get(`inspections?limit=${LENGTH}`),
      ({ inspections }) => {
        const parts = arrived.reduceRight(
          (shown, entry) => addToStrip(shown, entry, LENGTH),
          /** @type {RecordedPart[]} */ (inspections),
        );
        strip.set({ parts, isCaughtUp: true });
      },
    );
  } catch {
    // The banner says that the station is away; the stream's next "open" catches up.
  }
}

export function followParts() {
  listen("open", catchUp);
  listen("inspection", (entry) => {
    arrived = addToStrip(arrived, entry, LENGTH);
    strip.set(({ parts, isCaughtUp }) => ({ parts: addToStrip(parts, entry, LENGTH), isCaughtUp }));
  });
  isLive.follow((live) => {
    if (live) return;
    asked.forget();
    strip.set((shown) => ({ ...shown, isCaughtUp: false }));
  });
}
