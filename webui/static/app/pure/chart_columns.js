// The columns of the chart of parts: by the hour, or by the local day where there are many hours.

/** @typedef {ResultsSummary["by_hour"][number]} HourCount */
/** @typedef {Omit<HourCount, "hour">} Counts */
/** @typedef {Counts & {at: Date}} Column */

const MOST_HOURS = 72;

/**
 * @param {HourCount[]} byHour
 * @returns {{unit: "hour" | "day", columns: Column[]}}
 */
export function chartColumns(byHour) {
  const hours = byHour.map(({ hour, ...counts }) => ({ at: new Date(hour), ...counts }));
  if (hours.length <= MOST_HOURS) return { unit: "hour", columns: hours };
  /** @type {Map<string, Column>} */
  const days = new Map();
  for (const { at, ok, ng, error, missed } of hours) {
    const day = days.get(at.toDateString());
    days.set(at.toDateString(), {
      at: day?.at ?? at,
      ok: ok + (day?.ok ?? 0),
      ng: ng + (day?.ng ?? 0),
      error: error + (day?.error ?? 0),
      missed: missed + (day?.missed ?? 0),
    });
  }
  return { unit: "day", columns: [...days.values()] };
}
