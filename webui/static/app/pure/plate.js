// How the verdict plate is to be read: as the present verdict, or as one of before.
import { text } from "../texts/texts.js";
import { showAge, showTime } from "./format.js";

/**
 * `isPresent`: it is the verdict on the newest part of a line that inspects and is heard. `caption` says
 * what it is otherwise.
 * @typedef {{isPresent: boolean, caption: string}} Standing
 */

/**
 * How the verdict on the newest part stands; `isLive`: the station is heard, and no part was missed.
 * @param {Pick<Inspection, "trigger_id" | "triggered_at" | "challenge">} newest
 * @param {Pick<StationStatus, "mode" | "now" | "run_started_at"> | null} status
 * @param {boolean} isLive
 * @param {Date | null} lastHeard
 * @returns {Standing}
 */
export function standingOf(newest, status, isLive, lastHeard) {
  if (!isLive || !status)
    return { isPresent: false, caption: text("plate-last-heard", { at: showTime(lastHeard) }) };
  // Known parts say nothing about production.
  if (newest.challenge) return { isPresent: false, caption: text("plate-challenge-part") };
  const [triggered, now, started] = [newest.triggered_at, status.now, status.run_started_at ?? 0];
  const isOfRun = Date.parse(triggered) >= new Date(started).getTime();
  if (status.mode === "inspect" && isOfRun)
    return { isPresent: true, caption: text("plate-part", { number: `${newest.trigger_id}` }) };
  const age_ms = Date.parse(now) - Date.parse(triggered);
  return { isPresent: false, caption: text("plate-last-part", { age: showAge(age_ms) }) };
}
