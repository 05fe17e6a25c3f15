// One EventSource for all pages: the station's status, what else a page listens to, and its silence.
import { ApiError, abandonChanges, abandonReads, address, get } from "../api.js";
import { useEffect } from "../preact.js";
import { text } from "../texts/texts.js";
import { createNewest } from "./newest.js";
import { reconnections } from "./reconnections.js";
import { createStore } from "./store.js";

const RETRY_MS = 2000;
const LOOK_MS = 500;
// The status comes each second; without any event for this long something is wrong.
const SILENCE_MS = 3000;
// A stream that brings nothing for this long is opened anew: its connection may be dead.
const ATTEMPT_MS = 3000;
// The status is asked for so often meanwhile, without waiting for an answer: a browser may still have
// several dead connections, and each question uses one up.
const PROBE_MS = 1000;
// The web server waits 3 s for the daemon before it says that there is no answer.
const STATUS_LIMIT_MS = 4000;
// So long after its return the station may answer what was asked before.
const GRACE_MS = 5000;

/** The newest status, null before the first. */
export const stationStatus = createStore(/** @type {StationStatus | null} */ (null));
/** Whether the station is heard, so that what the page shows is how things are now. */
export const isLive = createStore(false);
/** null while all is well, otherwise what is wrong with the way to the station, in words. */
export const connectionTrouble = createStore(
  /** @type {{title: string, message: string} | null} */ (null),
);

const silent = () => ({ title: text("connection-silent"), message: "" });
const noEvents = () => ({
  title: text("connection-no-events"),
  message: text("connection-no-events-words"),
});
const offline = () => ({ title: text("connection-lost"), message: text("connection-offline") });
/** @param {ApiError} error */
const troubleOf = ({ status, message }) => ({
  title: text(status === 0 ? "connection-lost" : "connection-not-responding"),
  message,
});

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
let openedAt = 0;
let probedAt = 0;
// Whether something answers HTTP, though it may be that the daemon is away.
let webAnswers = false;
let probes = 0;
// Silence counts from here: the newest event, the page's start or its return from the background.
let heardAt = 0;
/** @type {Date | null} */
let lastSign = null;
const asked = createNewest();
/** @type {ReturnType<typeof setTimeout> | undefined} */
let retry;

/** When the station was heard last, null before that. */
export const lastHeard = () => lastSign;

const isSilent = () => performance.now() - heardAt > SILENCE_MS;

/**
 * @template {EventName} Name
 * @param {Name} name
 * @param {EventData[Name]} data
 */
function tell(name, data) {
  for (const listener of listeners[name]) listener(data);
}

function heed() {
  lastSign = new Date();
  if (connectionTrouble.get()) {
    connectionTrouble.set(null);
    abandonChanges(GRACE_MS);
  }
  if (!isLive.get()) isLive.set(true);
}

function hear() {
  heardAt = performance.now();
  heed();
}

/** @param {{title: string, message: string} | null} trouble null: none is known yet */
function lose(trouble) {
  if (isLive.get()) isLive.set(false);
  connectionTrouble.set(trouble);
}

function connect() {
  clearTimeout(retry);
  const before = source;
  const stream = new EventSource(address.events);
  source = stream;
  // Only now: of the browser's few connections the new stream is to get the old one's.
  before?.close();
  openedAt = performance.now();
  stream.addEventListener("open", () => {
    openedAt = performance.now();
    tell("open", undefined);
    reconnections.set((count) => count + 1);
  });
  stream.addEventListener("status", (event) => {
    stationStatus.set(JSON.parse(event.data).status);
    hear();
  });
  for (const name of /** @type {const} */ (["inspection", "picture", "meters"])) {
    stream.addEventListener(name, (event) => {
      hear();
      tell(name, JSON.parse(event.data));
    });
  }
  stream.addEventListener("error", () => {
    stream.close();
    if (stream !== source) return;
    lookAtTrouble();
    clearTimeout(retry);
    retry = setTimeout(connect, RETRY_MS);
  });
}

/** @param {StationStatus} status */
function takeAnswer(status) {
  webAnswers = true;
  stationStatus.set(status);
  if (isSilent()) {
    lose(noEvents());
    if (source?.readyState === EventSource.CONNECTING) connect();
  } else if (!document.hidden && !connectionTrouble.get()) heed();
}

/** Asks for the status, and why there is none where the events don't come either. */
async function lookAtTrouble() {
  probedAt = performance.now();
  probes++;
  try {
    await asked.take(() => get("status", { limit_ms: STATUS_LIMIT_MS }), takeAnswer);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    webAnswers = error.status !== 0;
    if (isSilent() || source?.readyState !== EventSource.OPEN) lose(troubleOf(error));
  } finally {
    probes--;
  }
}

/** Asks now instead of at the next event: after a command that changes the status. */
export const refreshStatus = lookAtTrouble;

function watchSilence() {
  if (document.hidden || !isSilent()) return;
  if (!connectionTrouble.get()) {
    lose(silent());
    abandonReads();
  }
  const now = performance.now();
  const waitsToRetry = source?.readyState === EventSource.CLOSED;
  if (!waitsToRetry && now - openedAt > ATTEMPT_MS) connect();
  if (now - probedAt > PROBE_MS && !(webAnswers && probes)) lookAtTrouble();
}

function begin() {
  heardAt = performance.now();
  lookAtTrouble();
  connect();
}

/** Starts listening; a hidden tab gives its connection back and catches up when it is shown again. */
export function startEvents() {
  begin();
  setInterval(watchSilence, LOOK_MS);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      clearTimeout(retry);
      source?.close();
      lose(null);
    } else {
      begin();
    }
  });
  addEventListener("offline", () => lose(offline()));
  addEventListener("online", connect);
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
