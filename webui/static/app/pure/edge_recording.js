// The recording of a wire's signals as a page keeps it, added to by each answer of the station.

const KEPT_EDGES = 5000;

/** @param {EdgeRecording | null} recording */
export const lastNumber = (recording) => recording?.edges.at(-1)?.number ?? 0;

/**
 * The recording with the edges that an answer has more. An answer that doesn't follow, after a
 * restart of the station or a long pause, replaces it.
 * @param {EdgeRecording | null} before
 * @param {EdgeRecording} answer
 * @returns {EdgeRecording}
 */
export function withNewEdges(before, answer) {
  if (before?.started_at !== answer.started_at) return answer;
  const last = lastNumber(before);
  const added = answer.edges.filter(({ number }) => number > last);
  if (added.length && added[0].number !== last + 1) return answer;
  const whole = { ...answer, signals: before.signals, edges: [...before.edges, ...added] };
  return withoutOldest(whole, whole.edges.length - KEPT_EDGES);
}

/**
 * @param {EdgeRecording} recording
 * @param {number} count
 */
function withoutOldest(recording, count) {
  if (count <= 0) return recording;
  const levels = new Map(recording.signals.map(({ name, level }) => [name, level]));
  for (const { signal, level } of recording.edges.slice(0, count)) levels.set(signal, level);
  const signals = recording.signals.map((signal) => ({
    ...signal,
    level: /** @type {SignalLevel} */ (levels.get(signal.name)),
  }));
  return { ...recording, signals, edges: recording.edges.slice(count) };
}

/**
 * From when on the levels are known, in microseconds: what came before the oldest kept edge isn't.
 * @param {EdgeRecording} recording
 */
export function knownFrom_us({ edges }) {
  return edges.length && edges[0].number > 1 ? edges[0].at_us : Number.NEGATIVE_INFINITY;
}
