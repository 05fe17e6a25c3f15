// The wall of parts that wait for a review: which is the present one, and the way back.

/**
 * `entries` stand on the wall, the newest part first; the verdict is asked for the one at `current`.
 * @template {{seq: number}} Entry
 * @typedef {{entries: Entry[], current: number}} Wall
 */

/** @type {<Entry extends {seq: number}>(entries: Entry[], current: number) => Wall<Entry>} */
const wallOf = (entries, current) => ({
  entries,
  current: Math.max(0, Math.min(current, entries.length - 1)),
});

/**
 * With further parts; those that are there already change nothing.
 * @template {{seq: number}} Entry
 * @param {Wall<Entry>} wall
 * @param {Entry[]} further
 */
export const withFurther = ({ entries, current }, further) =>
  wallOf(
    [...entries, ...further.filter((entry) => entries.every(({ seq }) => seq !== entry.seq))],
    current,
  );

/**
 * Without a part; the one after it takes its place.
 * @template {{seq: number}} Entry
 * @param {Wall<Entry>} wall
 * @param {number} seq
 */
export function without({ entries, current }, seq) {
  const place = entries.findIndex((entry) => entry.seq === seq);
  if (place < 0) return wallOf(entries, current);
  return wallOf(entries.toSpliced(place, 1), place < current ? current - 1 : current);
}

/**
 * With a part that was taken away put back at its place, as the present one.
 * @template {{seq: number}} Entry
 * @param {Wall<Entry>} wall
 * @param {Entry} entry
 */
export function putBack({ entries }, entry) {
  const others = entries.filter(({ seq }) => seq !== entry.seq);
  const place = others.findIndex(({ seq }) => seq < entry.seq);
  const at = place < 0 ? others.length : place;
  return wallOf(others.toSpliced(at, 0, entry), at);
}

/**
 * With another part as the present one, `steps` further on.
 * @template {{seq: number}} Entry
 * @param {Wall<Entry>} wall
 * @param {number} steps
 */
export const moved = ({ entries, current }, steps) => wallOf(entries, current + steps);

/**
 * How a finger's way to the side, in pixels, answers: to the right OK, to the left NG.
 * @param {number} way
 * @returns {Verdict | null}
 */
export function swipeVerdict(way) {
  if (Math.abs(way) < SWIPE_PX) return null;
  return way > 0 ? "OK" : "NG";
}
const SWIPE_PX = 90;

/**
 * Whether a person can say what the part really is: it got a verdict.
 * @param {Pick<Inspection, "outcome">} inspection
 */
export const canBeReviewed = ({ outcome }) => outcome === "OK" || outcome === "NG";
