// The parts of one run of inspection: how many ended how, and the newest of them.

/** @typedef {{startedAt: string, lastSeq: number, counts: Record<Outcome, number>}} Run */

/** No part yet, by outcome. */
export const NO_COUNTS = Object.freeze({ OK: 0, NG: 0, ERROR: 0, MISSED: 0 });

/**
 * A run that counts the parts after record `lastSeq` of the ledger.
 * @param {number} lastSeq
 * @returns {Run}
 */
export const newRun = (lastSeq) => ({
  startedAt: new Date().toISOString(),
  lastSeq,
  counts: NO_COUNTS,
});

/**
 * The run with one more part; the same run where the part was counted before. Challenge parts are
 * no parts of the run.
 * @param {Run} run
 * @param {Pick<RecordedPart, "seq"> & {inspection: Pick<Inspection, "outcome" | "challenge">}} entry
 * @returns {Run}
 */
export function countEntry(run, { seq, inspection: { outcome, challenge } }) {
  if (seq <= run.lastSeq) return run;
  if (challenge) return { ...run, lastSeq: seq };
  return {
    ...run,
    lastSeq: seq,
    counts: { ...run.counts, [outcome]: run.counts[outcome] + 1 },
  };
}

/**
 * The newest parts, newest first, with one more; a part that is not newer changes nothing.
 * @template {{seq: number}} Entry
 * @param {Entry[]} parts
 * @param {Entry} entry
 * @param {number} most so many are kept
 * @returns {Entry[]}
 */
export const addToStrip = (parts, entry, most) =>
  parts.some(({ seq }) => seq >= entry.seq) ? parts : [entry, ...parts].slice(0, most);
