// What a wire's signals mean, in words.
import { text } from "../texts/texts.js";

const RESULT_BUFFERS = 8;

/**
 * What the page says of a wire; `level` is "fault" where a person is needed.
 * @typedef {{title: string, words: string, level: "good" | "waiting" | "fault"}} WireWords
 */

/**
 * Whether the PLC could trigger a part now, and why not.
 * @param {WireState} wire
 * @returns {WireWords}
 */
export function wireWords({ status, plc, station, not_ready_reason: reason }) {
  if (status.last_error)
    return { title: text("wire-not-ready"), words: sentence(status.last_error), level: "fault" };
  if (!status.connected)
    return { title: text("wire-no-plc"), words: text("wire-no-plc-words"), level: "fault" };
  if (reason) return { title: text("wire-not-ready"), words: sentence(reason), level: "fault" };
  if (station.trigger_ready)
    return { title: text("wire-ready"), words: text("wire-ready-words"), level: "good" };
  if (!plc.trigger_enable)
    return { title: text("wire-waiting"), words: text("wire-waiting-words"), level: "waiting" };
  return { title: text("wire-busy"), words: whyBusy(plc, station), level: "waiting" };
}

/**
 * @param {WireState["plc"]} plc
 * @param {WireState["station"]} station
 */
function whyBusy(plc, station) {
  if (plc.trigger) return text("wire-trigger-high");
  if (station.results_waiting >= RESULT_BUFFERS) return text("wire-buffers-full");
  return text("wire-inspecting");
}

/** @param {string} words */
function sentence(words) {
  const whole = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
}

/** @param {WireState["station"]} station */
export function bufferedResults({ results_waiting: waiting, results_lost: lost, results_overrun }) {
  const buffers = RESULT_BUFFERS;
  return results_overrun
    ? text("wire-results-lost", { waiting, buffers, lost })
    : text("wire-results-buffered", { waiting, buffers });
}

/** @param {WireState["changeover"]} changeover */
export function changeoverWords({ loading, failed, reason, load_ack }) {
  if (loading) return text("wire-recipe-loading");
  if (failed)
    return reason
      ? sentence(text("wire-recipe-failed", { reason }))
      : text("wire-recipe-failed-silently");
  return text(load_ack ? "wire-recipe-held" : "wire-recipe-unchanged");
}

/** @param {WireState["recipe"]} recipe */
export function runningRecipeWords({ number, reference }) {
  if (!reference) return text("wire-no-recipe");
  return text("wire-recipe-words", { ...reference, number: number ? String(number) : "none" });
}
