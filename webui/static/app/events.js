// One EventSource for all pages: the station's status, and what else a page listens to.
import { address, get, ApiError } from "./api.js";
import { createStore } from "./store.js";
import { useEffect } from "./preact.js";

const RETRY_MS = 2000;
// The status comes each second; without it for this long something is wrong.
const SILENCE_MS = 3500;

/** The newest StationStatus, null before the first. */
export const stationStatus = createStore(null);
/** null while all is well, otherwise what is wrong with the way to the station, in words. */
export const connectionTrouble = createStore(null);

const listeners = { inspection: new Set(), picture: new Set(), meters: new Set(), open: new Set() };
let source = null;
let lastStatusAt = 0;
let retry = 0;

function tell(name, data) {
  listeners[name].forEach((listener) => listener(data));
}

function takeStatus(status) {
  lastStatusAt = performance.now();
  stationStatus.set(status);
  if (connectionTrouble.get()) connectionTrouble.set(null);
}

function connect() {
  clearTimeout(retry);
  source?.close();
  source = new EventSource(address.events);
  source.addEventListener("open", () => tell("open"));
  source.addEventListener("status", (event) => takeStatus(JSON.parse(event.data).status));
  for (const name of ["inspection", "picture", "meters"]) {
    source.addEventListener(name, (event) => tell(name, JSON.parse(event.data)));
  }
  source.addEventListener("error", () => {
    source.close();
    lookAtTrouble();
    clearTimeout(retry);
    retry = setTimeout(connect, RETRY_MS);
  });
}

async function lookAtTrouble() {
  try {
    takeStatus(await get("status"));
  } catch (error) {
    if (error instanceof ApiError) connectionTrouble.set({ reachable: error.status !== 0, message: error.message });
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
      source.close();
    } else {
      lookAtTrouble();
      connect();
    }
  });
  addEventListener("offline", () =>
    connectionTrouble.set({ reachable: false, message: "This browser has no network." }));
}

/** Calls `listener` with each event of that name ("open": the stream is there again). */
export function listen(name, listener) {
  listeners[name].add(listener);
  return () => listeners[name].delete(listener);
}

/** The same while a component is shown. */
export function useEvent(name, listener) {
  useEffect(() => listen(name, listener), [name, listener]);
}
