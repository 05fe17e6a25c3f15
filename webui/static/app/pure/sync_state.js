// The state of the sync in words, and what helps where it doesn't go on.
import { text } from "../texts/texts.js";
import { showCount, showFixed, showTime } from "./format.js";

const MIB = 2 ** 20;
const MINUTE_S = 60;
const HOUR_S = 3600;
const DAY_S = 86_400;

/**
 * What the page says about the sync; `level` is "fault" where a person is needed.
 * @typedef {{title: string, words: string, level: "good" | "waiting" | "fault"}} SyncWords
 */

/**
 * @param {SyncOverview} overview
 * @returns {SyncWords}
 */
export function syncWords({ target, running, status }) {
  if (!target)
    return {
      title: text("sync-not-configured"),
      words: text("sync-not-configured-words"),
      level: "waiting",
    };
  if (!running || !status)
    return {
      title: text("sync-not-running"),
      words: text("sync-not-running-words"),
      level: "fault",
    };
  if (status.state === "retrying") {
    const next = status.next_try_at;
    const words = next
      ? text("sync-retrying-at", { at: showTime(next) })
      : text("sync-retrying-words");
    return { title: text("sync-retrying"), words, level: "fault" };
  }
  if (status.state === "outside_windows")
    return {
      title: text("sync-outside-windows"),
      words: text("sync-outside-windows-words"),
      level: "waiting",
    };
  const connected = { title: text("sync-connected"), level: /** @type {const} */ ("good") };
  if (status.state === "sending") return { ...connected, words: text("sync-sending") };
  return {
    ...connected,
    words: text(status.waiting_files ? "sync-about-to-send" : "sync-all-sent"),
  };
}

/** @param {number} bytes */
export function showMib(bytes) {
  const mib = bytes / MIB;
  return `${mib > 0 && mib < 10 ? showFixed(mib, 1) : showCount(Math.round(mib))} MiB`;
}

/**
 * How long ago a moment was.
 * @type {(iso: string, now_ms: number) => string}
 */
export function showAge(iso, now_ms) {
  const age_s = Math.max(0, (now_ms - Date.parse(iso)) / 1000);
  if (age_s < MINUTE_S) return text("sync-age-moment");
  if (age_s < HOUR_S) return text("sync-age-minutes", { count: Math.floor(age_s / MINUTE_S) });
  if (age_s < 2 * DAY_S) return text("sync-age-hours", { count: Math.floor(age_s / HOUR_S) });
  return text("sync-age-days", { count: Math.floor(age_s / DAY_S) });
}

const STALE_S = HOUR_S;

/**
 * Whether a station's last report is so old that it tells little of its present state.
 * @type {(iso: string, now_ms: number) => boolean}
 */
export const isStale = (iso, now_ms) => now_ms - Date.parse(iso) > STALE_S * 1000;
