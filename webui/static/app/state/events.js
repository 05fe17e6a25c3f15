// One EventSource for all pages: the station's status, and what else a page listens to.
import { ApiError, address, get } from "../api.js";
import { useEffect } from "../preact.js";
import { createNewest } from "./newest.js";
import { createStore } from "./store.js";

const RETRY_MS = 2000;
// The status comes each second; without it for this long something is wrong.
const SILENCE_MS = 3500;

/** The newest status, null before the first. */
export const stationStatus = createStore(/** @type {StationStatus | null} */ (null));
/** null while all is well, otherwise what is wrong with the way to the station, in words. */
export const connectionTrouble = createStore(
  /** @type {{reachable: boolean, message: string} | null} */ (null),
);

/** @typedef {keyof EventData} EventName */

/**
 * What comes with an event; "open" says that the stream is there again.
 * @typedef {{
 *   inspection: RecordedPart,
 *   picture: {picture: Picture},
 *   meters: Meters,
 *   open: undefined,
 * }} EventData
 */

/** @type {{[Name in EventName]: Set<(data: EventData[Name]) => void>}} */
const listeners = { inspection: new Set(), picture: new Set(), meters: new Set(), open: new Set() };
/** @type {EventSource | undefined} */
let source;
let lastStatusAt = 0;
const asked = createNewest();
/** @type {ReturnType<typeof setTimeout> | undefined} */
let retry;

/**
 * @template {EventName} Name
 * @param {Name} name
 * @param {EventData[Name]} data
 */
function tell(name, data) {
  for (const listener of listeners[name]) listener(data);
}

/** @param {StationStatus} status */
function takeStatus(status) {
  lastStatusAt = performance.now();
  stationStatus.set(status);
  if (connectionTrouble.get()) connectionTrouble.set(null);
}

function connect() {
  clearTimeout(retry);
  source?.close();
  const stream = new EventSource(address.events);
  source = stream;
  stream.addEventListener("open", () => tell("open", undefined));
  stream.addEventListener("status", (event) => takeStatus(JSON.parse(event.data).status));
  for (const name of /** @type {const} */ (["inspection", "picture", "meters"])) {
    stream.addEventListener(name, (event) => tell(name, JSON.parse(event.data)));
  }
  stream.addEventListener("error", () => {
    stream.close();
    lookAtTrouble();
    clearTimeout(retry);
    retry = setTimeout(connect, RETRY_MS);
  });
}

async function lookAtTrouble() {
  try {
    await asked.take(() => get("status"), takeStatus);
  } catch (error) {
    if (error instanceof ApiError)
      connectionTrouble.set({ reachable: error.status !== 0, message: error.message });
    else throw error;
  }
}

/** Asks now instead of at the next event: after a command that changes the status. */
export const refreshStatus = lookAtTrouble;

function watchSilence() {
  if (!document.hidden && performance.now() - lastStatusAt > SILENCE_MS) lookAtTrouble();
}

/** Starts listening; a hidden tab gives its connection back and catches up when it is shown again. */
export function startEvents() {
  lookAtTrouble();
  connect();
  setInterval(watchSilence, 1000);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      clearTimeout(retry);
      source?.close();
    } else {
      lookAtTrouble();
      connect();
    }
  });
  addEventListener("offline", () =>
    connectionTrouble.set({ reachable: false, message: "This browser is offline." }),
  );
}

/**
 * Calls `listener` with each event of that name ("open": the stream is there again).
 * @template {EventName} Name
 * @param {Name} name
 * @param {(data: EventData[Name]) => void} listener
 * @returns {() => void} ends it
 */
export function listen(name, listener) {
  listeners[name].add(listener);
  return () => void listeners[name].delete(listener);
}

/**
 * The same while a component is shown.
 * @template {EventName} Name
 * @param {Name} name
 * @param {(data: EventData[Name]) => void} listener
 */
export function useEvent(name, listener) {
  useEffect(() => listen(name, listener), [name, listener]);
}
