// What a wire's signals mean, in words.

const RESULT_BUFFERS = 8;

/**
 * What the page says of a wire; `level` is "fault" where a person is needed.
 * @typedef {{title: string, text: string, level: "good" | "waiting" | "fault"}} WireWords
 */

/**
 * Whether the PLC could trigger a part now, and why not.
 * @param {WireState} wire
 * @returns {WireWords}
 */
export function wireWords({ status, plc, station, not_ready_reason: reason }) {
  if (status.last_error)
    return { title: "Not ready", text: sentence(status.last_error), level: "fault" };
  if (!status.connected)
    return { title: "No PLC", text: "No PLC is connected, or it is silent.", level: "fault" };
  if (reason) return { title: "Not ready", text: sentence(reason), level: "fault" };
  if (station.trigger_ready)
    return { title: "Ready", text: "The PLC can trigger the next part.", level: "good" };
  if (!plc.trigger_enable)
    return {
      title: "Waiting for the PLC",
      text: "The station is ready, but trigger_enable is low: the PLC does not take part.",
      level: "waiting",
    };
  return { title: "Busy", text: whyBusy(plc, station), level: "waiting" };
}

/**
 * @param {WireState["plc"]} plc
 * @param {WireState["station"]} station
 */
function whyBusy(plc, station) {
  if (plc.trigger) return "trigger is high; it must fall before the next part.";
  if (station.results_waiting >= RESULT_BUFFERS)
    return "All result buffers are full: the PLC must acknowledge results with results_ack.";
  return "A part is being inspected.";
}

/** @param {string} text */
function sentence(text) {
  const whole = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
}

/** Why the last trigger was not accepted, by `acquisition_error`. */
const ACQUISITION_ERRORS = [
  "None",
  "Not online: the station could not inspect a part",
  "Busy: the part before was still on its way",
  "No buffer: too many results wait for results_ack",
  "Trigger held: trigger was high already when the PLC connected",
  "Refused: the station's log says why",
];

/** @param {number} number */
export const acquisitionError = (number) =>
  number ? `${number}, ${ACQUISITION_ERRORS[number] ?? "unknown"}` : "None";

/** @param {WireState["station"]} station */
export function bufferedResults({ results_waiting, results_lost, results_overrun }) {
  const lost = results_overrun ? `; ${results_lost} lost since trigger_enable rose` : "";
  return `${results_waiting} of ${RESULT_BUFFERS}${lost}`;
}

/** @param {WireState["changeover"]} changeover */
export function changeoverWords({ loading, failed, reason, load_ack }) {
  if (loading) return "A recipe is being loaded";
  if (failed) return sentence(`failed: ${reason ?? "no reason given"}`);
  return load_ack ? "Done; load_recipe is still high" : "None in progress";
}

/** @param {WireState["recipe"]} recipe */
export function runningRecipeWords({ number, reference }) {
  if (!reference) return "None";
  return `${number || "no number"}: ${reference.name} version ${reference.version}`;
}
