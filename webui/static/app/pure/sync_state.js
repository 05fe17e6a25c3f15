// The state of the sync in words, and what helps where it doesn't go on.
import { showCount, showTime } from "./format.js";

const MIB = 2 ** 20;
const MINUTE_S = 60;
const HOUR_S = 3600;
const DAY_S = 86_400;

/**
 * What the page says about the sync; `level` is "fault" where a person is needed.
 * @typedef {{title: string, text: string, level: "good" | "waiting" | "fault"}} SyncWords
 */

/**
 * @param {SyncOverview} overview
 * @returns {SyncWords}
 */
export function syncWords({ target, running, status }) {
  if (!target)
    return {
      title: "Not configured",
      text: "This station sends nothing to a bucket.",
      level: "waiting",
    };
  if (!running || !status)
    return {
      title: "Not running",
      text: "The sync process does not run, so nothing is sent. Nothing is lost: files wait on this station. Start it with okng sync, or on an appliance with systemctl start okng-sync.",
      level: "fault",
    };
  if (status.state === "retrying") {
    const next = status.next_try_at
      ? ` The next attempt is at ${showTime(status.next_try_at)}.`
      : "";
    return {
      title: "Retrying",
      text: `Files do not arrive at the moment. Nothing is lost: they wait on this station.${next}`,
      level: "fault",
    };
  }
  if (status.state === "outside_windows")
    return {
      title: "Outside the time windows",
      text: "Files wait until the next time window of the settings.",
      level: "waiting",
    };
  if (status.state === "sending")
    return { title: "Connected", text: "Files are being sent.", level: "good" };
  return {
    title: "Connected",
    text: status.waiting_files ? "Files are about to be sent." : "Everything has been sent.",
    level: "good",
  };
}

/** @param {number} bytes */
export function showMib(bytes) {
  const mib = bytes / MIB;
  return `${mib > 0 && mib < 10 ? mib.toFixed(1) : showCount(Math.round(mib))} MiB`;
}

/** @type {(count: number, noun: string) => string} */
const counted = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;

/**
 * How long ago a moment was.
 * @type {(iso: string, now_ms: number) => string}
 */
export function showAge(iso, now_ms) {
  const age_s = Math.max(0, (now_ms - Date.parse(iso)) / 1000);
  if (age_s < MINUTE_S) return "less than a minute";
  if (age_s < HOUR_S) return counted(Math.floor(age_s / MINUTE_S), "minute");
  if (age_s < 2 * DAY_S) return counted(Math.floor(age_s / HOUR_S), "hour");
  return counted(Math.floor(age_s / DAY_S), "day");
}

const STALE_S = HOUR_S;

/**
 * Whether a station's last report is so old that it tells little of its present state.
 * @type {(iso: string, now_ms: number) => boolean}
 */
export const isStale = (iso, now_ms) => now_ms - Date.parse(iso) > STALE_S * 1000;
