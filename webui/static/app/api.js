// The HTTP API: JSON in and out, the CSRF token with each write, an end to every wait, and errors that a
// person can read.

import { query } from "./pure/query.js";
import { text } from "./texts/texts.js";

/** @import { MaskClass } from "./pure/mask.js" */

const ROOT = "/api/v1";

const READ_LIMIT_MS = 15_000;
/** The station itself gives up a change after 30 s. */
const CHANGE_LIMIT_MS = 60_000;
/** So long may an upload stand still, and then the station's work on it take. */
const STALL_LIMIT_MS = 30_000;
const UPLOAD_ANSWER_LIMIT_MS = 120_000;

/** @type {(name: string) => string} */
const meta = (name) =>
  document.querySelector(`meta[name="${name}"]`)?.getAttribute("content") ?? "";
export const station = meta("station");
export const user = meta("user");
/** What a write has to carry: proof that one of the pages sent it. */
export const csrfToken = meta("csrf-token");

/** What the API refused. `status` is 0 when the station could not be reached. */
export class ApiError extends Error {
  /**
   * @param {number} status
   * @param {string} message
   * @param {{json?: Problems, problems?: string[]}} [detail] what was refused, by its place or as a list
   */
  constructor(status, message, detail) {
    super(message);
    this.status = status;
    this.detail = detail;
    /** What was asked, as `followAnswers` hears it. */
    this.call = "";
  }

  /** Whether the station, or a process of it, can't be reached at all. */
  get isUnreachable() {
    return this.status === 0 || this.status === 503;
  }
}

/** @type {Set<(call: string) => void>} */
const followers = new Set();
/**
 * Calls `follower` with each call that the station answers and doesn't refuse.
 * @param {(call: string) => void} follower
 */
export const followAnswers = (follower) => void followers.add(follower);

/**
 * What was asked for; its followers hear of an answer, and an error says what it was.
 * @template Value
 * @param {string} method
 * @param {string} path
 * @param {Promise<Value>} asked
 */
async function followed(method, path, asked) {
  const call = `${method} ${path.split("?")[0]}`;
  try {
    const answer = await asked;
    for (const follow of followers) follow(call);
    return answer;
  } catch (error) {
    if (error instanceof ApiError) error.call = call;
    throw error;
  }
}

/**
 * What is waited for, or in words that it doesn't come.
 * @template Value
 * @param {Promise<Value>} waiting
 */
async function reached(waiting) {
  try {
    return await waiting;
  } catch (error) {
    const name = error instanceof DOMException ? error.name : "";
    if (name === "AbortError") throw error;
    throw new ApiError(
      0,
      name === "TimeoutError" ? text("connection-timeout") : text("connection-unreachable"),
    );
  }
}

let reads = new AbortController();
let changes = new AbortController();
const abandoned = () => new DOMException("abandoned", "TimeoutError");

/** Ends all requests that only read: their connections may be dead, and are needed for others. */
export function abandonReads() {
  reads.abort(abandoned());
  reads = new AbortController();
}

/**
 * Ends the requests for changes that were sent before now and aren't answered within `grace_ms`.
 * @param {number} grace_ms
 */
export function abandonChanges(grace_ms) {
  const before = changes;
  changes = new AbortController();
  setTimeout(() => before.abort(abandoned()), grace_ms);
}

/** @type {(method: string, limit_ms: number, signal?: AbortSignal) => AbortSignal} */
const endOf = (method, limit_ms, signal) =>
  AbortSignal.any([
    AbortSignal.timeout(limit_ms),
    (method === "GET" ? reads : changes).signal,
    ...(signal ? [signal] : []),
  ]);

/** Leaves for the login page, which comes back here. */
export function goToLogin() {
  const here = location.pathname + location.search;
  location.assign(`/login?next=${encodeURIComponent(here)}`);
}

/** @param {Response} response */
async function readError(response) {
  const { status } = response;
  const answer = await response.text();
  try {
    const body = JSON.parse(answer);
    return new ApiError(status, body.message ?? answer, body.detail);
  } catch {
    return new ApiError(status, text("connection-no-reason", { status: String(status) }));
  }
}

/**
 * What is sent: one of `body` (as JSON) and `text`. The answer is read to its end within `limit_ms`.
 * @typedef {{body?: unknown, text?: string, limit_ms?: number, signal?: AbortSignal}} RequestOptions
 */

/**
 * Sends a request; the answer is a checked Response.
 * @param {string} method
 * @param {string} path below the API's root, or from the server's root with a slash before it
 * @param {RequestOptions} [options]
 */
export const request = (method, path, options = {}) =>
  followed(method, path, ask(method, path, options));

/** @type {(method: string, path: string, options: RequestOptions) => Promise<Response>} */
async function ask(method, path, { body, text: plain, limit_ms, signal }) {
  /** @type {Record<string, string>} */
  const headers = { Accept: "application/json" };
  if (method !== "GET") headers["X-CSRF-Token"] = csrfToken;
  let content;
  if (body !== undefined) {
    headers["Content-Type"] = "application/json";
    content = JSON.stringify(body);
  } else if (plain !== undefined) {
    headers["Content-Type"] = "text/plain; charset=utf-8";
    content = plain;
  }
  const usual_ms = method === "GET" ? READ_LIMIT_MS : CHANGE_LIMIT_MS;
  const response = await reached(
    fetch(path.startsWith("/") ? path : `${ROOT}/${path}`, {
      method,
      headers,
      body: content,
      signal: endOf(method, limit_ms ?? usual_ms, signal),
      credentials: "same-origin",
    }),
  );
  if (response.status === 401) goToLogin();
  if (!response.ok) throw await readError(response);
  return response;
}

/** @type {<Body>(method: string, path: string, options?: RequestOptions) => Promise<Body>} */
const json = async (method, path, options) => {
  const answer = await reached((await request(method, path, options)).text());
  // Of a call without an answer the text is empty.
  return JSON.parse(answer || "null");
};

/** @type {<Path extends string>(path: Path, options?: RequestOptions) => Promise<Answered<"get", Path>>} */
export const get = (path, options) => json("GET", path, options);
/** @type {<Path extends string>(path: Path, body?: unknown) => Promise<Answered<"put", Path>>} */
export const put = (path, body) => json("PUT", path, { body });
/** @type {<Path extends string>(path: Path, body: unknown) => Promise<Answered<"patch", Path>>} */
export const patch = (path, body) => json("PATCH", path, { body });
/** @type {<Path extends string>(path: Path, body?: unknown, options?: RequestOptions) => Promise<Answered<"post", Path>>} */
export const post = (path, body = {}, options = {}) => json("POST", path, { ...options, body });
/** @type {<Path extends string>(path: Path) => Promise<Answered<"delete", Path>>} */
export const remove = (path) => json("DELETE", path);
/** @param {string} path */
export const getText = async (path) => reached((await request("GET", path)).text());

/** @typedef {{onProgress?: (share: number) => unknown, signal?: AbortSignal}} UploadOptions */

/**
 * Uploads a form or a file; `onProgress` hears which share has been sent. It may take as long as it
 * likes while something moves, or until `signal` ends it.
 * @template Body
 * @param {string} method
 * @param {string} path below the API's root
 * @param {FormData | Blob} content
 * @param {UploadOptions} [options]
 * @returns {Promise<Body>}
 */
const send = (method, path, content, options = {}) =>
  followed(method, path, transfer(method, path, content, options));

/** @type {<Body>(method: string, path: string, content: FormData | Blob, options: UploadOptions) => Promise<Body>} */
function transfer(method, path, content, { onProgress, signal }) {
  // `fetch` can't tell how much it has sent.
  const sending = new XMLHttpRequest();
  sending.open(method, `${ROOT}/${path}`);
  sending.setRequestHeader("Accept", "application/json");
  sending.setRequestHeader("X-CSRF-Token", csrfToken);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let end;
  /** @param {number} limit_ms */
  const wait = (limit_ms) => {
    clearTimeout(end);
    end = setTimeout(() => sending.abort(), limit_ms);
  };
  sending.upload.onprogress = ({ loaded, total }) => {
    wait(STALL_LIMIT_MS);
    onProgress?.(loaded / (total || 1));
  };
  sending.upload.onload = () => wait(UPLOAD_ANSWER_LIMIT_MS);
  wait(STALL_LIMIT_MS);
  return new Promise((resolve, reject) => {
    const interrupted = () => reject(new ApiError(0, text("connection-upload-interrupted")));
    sending.onerror = interrupted;
    const abort = () => sending.abort();
    sending.onabort = () => (signal?.aborted ? reject(signal.reason) : interrupted());
    signal?.addEventListener("abort", abort);
    sending.onloadend = () => {
      clearTimeout(end);
      signal?.removeEventListener("abort", abort);
    };
    sending.onload = async () => {
      if (sending.status === 401) goToLogin();
      const answer = new Response(sending.responseText, { status: sending.status });
      if (answer.ok) resolve(await answer.json());
      else reject(await readError(answer));
    };
    sending.send(content);
  });
}

/**
 * Uploads one picture to a dataset.
 * @param {string} dataset
 * @param {File} file
 * @param {string} label
 * @param {Split | null} split
 * @param {AbortSignal} signal
 * @returns {Promise<Picture & {note: string | null}>}
 */
export function upload(dataset, file, label, split, signal) {
  const form = new FormData();
  form.append("file", file);
  form.append("label", label);
  if (split) form.append("split", split);
  return send("POST", `datasets/${dataset}/pictures`, form, { signal });
}

/**
 * Uploads label files of another program, which name pictures as the station does.
 * @param {string} dataset
 * @param {File[]} files
 * @param {{empty: boolean, exif: string}} options
 * @returns {Promise<BoxImport>}
 */
export function uploadLabels(dataset, files, { empty, exif }) {
  const form = new FormData();
  for (const file of files) form.append("files", file, file.webkitRelativePath || file.name);
  form.append("empty", String(empty));
  if (exif) form.append("exif", exif);
  return send("POST", `datasets/${dataset}/boxes`, form);
}

/**
 * Uploads a zip or manifest to be imported; `onProgress` hears which share has been sent.
 * @param {string} dataset
 * @param {File} file
 * @param {{pictures: string | null, label: Label | null, split: Split | null}} options
 * @param {(share: number) => unknown} onProgress
 * @returns {Promise<Job>}
 */
export function uploadSource(dataset, file, options, onProgress) {
  const form = new FormData();
  for (const [name, value] of Object.entries(options)) if (value) form.append(name, value);
  form.append("file", file);
  return send("POST", `datasets/${dataset}/imports/upload`, form, { onProgress });
}

/**
 * Saves the mask of a picture: a PNG whose pixels have the indices of these classes.
 * @param {Id} id
 * @param {Blob} file
 * @param {MaskClass[]} classes
 * @returns {Promise<Answered<"put", "pictures/{picture_id}/mask">>}
 */
export const saveMask = (id, file, classes) =>
  send("PUT", `pictures/${id}/mask${query({ classes: JSON.stringify(classes) })}`, file);

/**
 * Uploads one picture with its known verdict to a model's regression set.
 * @param {string} model
 * @param {File} file
 * @param {string} verdict
 */
export function uploadKnown(model, file, verdict) {
  const form = new FormData();
  form.append("file", file);
  form.append("verdict", verdict);
  return send("POST", `regression/${model}/upload`, form);
}

/**
 * Uploads a package that another station made of a model; it is imported by a job.
 * @param {File} file
 * @returns {Promise<Job>}
 */
export function uploadPackage(file) {
  const form = new FormData();
  form.append("file", file);
  return send("POST", "model-packages", form);
}

/**
 * Checks the signature of a report's file; `key` is one to trust besides the station's.
 * @param {File} file
 * @param {string} key
 * @returns {Promise<Answered<"post", "reports/verify">>}
 */
export function verifyReport(file, key) {
  const form = new FormData();
  form.append("file", file);
  if (key) form.append("key", key);
  return send("POST", "reports/verify", form);
}

/**
 * Has a picture judged that is neither counted nor stored.
 * @param {File} file
 * @param {{model?: string, recipe?: string, version: number}} by
 * @returns {Promise<PictureJudgement>}
 */
export function judgePicture(file, by) {
  const form = new FormData();
  form.append("file", file);
  return send("POST", `judge${query({ ...by, heatmap: true })}`, form);
}

/**
 * A file of the station, as the browser holds it.
 * @param {string} source from the server's root
 */
export const fetchFile = async (source) => reached((await request("GET", source)).blob());

/**
 * Why a picture of the station doesn't show, in words: asks again for what the browser dropped.
 * @param {string} source
 */
export async function whyNoPicture(source) {
  try {
    await request(
      "GET",
      new URL(source, location.href).pathname + new URL(source, location.href).search,
    );
    return text("picture-damaged");
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return error.status === 0 ? error.message : text("picture-none", { reason: error.message });
  }
}

/** @typedef {string | number} Id */

/** Addresses of pictures and files, for `src` and `href`. */
export const address = {
  preview: () => `${ROOT}/preview.mjpeg?t=${Date.now()}`,
  events: `${ROOT}/events`,
  /** @param {Id} id */
  thumbnail: (id) => `${ROOT}/pictures/${id}/thumbnail`,
  /** @param {Id} id */
  file: (id) => `${ROOT}/pictures/${id}/file`,
  /** @param {Id} id */
  mask: (id) => `${ROOT}/pictures/${id}/mask`,
  /**
   * The mask in its classes' colours. Its hash, which the station doesn't see, keeps the browser
   * from showing the one before.
   * @type {(id: Id, sha256: string) => string}
   */
  coloredMask: (id, sha256) => `${ROOT}/pictures/${id}/mask?colored=true#${sha256}`,
  /** @type {(id: Id, width?: number) => string} */
  picture: (id, width) => `${ROOT}/inspections/${id}/picture${query({ width })}`,
  /** @param {Id} id */
  heatmap: (id) => `${ROOT}/inspections/${id}/heatmap`,
  /** @type {(trial: Id, id: Id) => string} */
  trialHeatmap: (trial, id) => `${ROOT}/trials/${trial}/parts/${id}/heatmap`,
  /** @type {(archive: Id, id: Id, threshold: number) => string} */
  archiveHeatmap: (archive, id, threshold) =>
    `${ROOT}/archive-inspections/${archive}/parts/${id}/heatmap${query({ threshold })}`,
  /** @type {(archive: Id, kind: string, threshold: number) => string} */
  archiveCsv: (archive, kind, threshold) =>
    `${ROOT}/archive-inspections/${archive}/parts.csv${query({ kind, threshold })}`,
  /** @param {Id} id */
  regressionThumbnail: (id) => `${ROOT}/regression/pictures/${id}/thumbnail`,
  /** @param {Id} id */
  regressionFile: (id) => `${ROOT}/regression/pictures/${id}/file`,
  /** @type {(dataset: string, format: string, address: string) => string} */
  datasetExport: (dataset, format, address) =>
    `${ROOT}/datasets/${dataset}/export${query({ format, address: address || null })}`,
  /** @type {(dataset: string, format: "toml" | "python") => string} */
  preparationFile: (dataset, format) =>
    `${ROOT}/datasets/${dataset}/preparation/file${query({ format })}`,
  /** @param {Id} id */
  prepared: (id) => `${ROOT}/pictures/${id}/prepared`,
  /** @param {Record<string, string>} filter */
  csv: (filter) => `${ROOT}/inspections.csv${query(filter)}`,
  /** @type {(wire: string, format: "csv" | "vcd") => string} */
  wireEdges: (wire, format) => `${ROOT}/wires/${wire}/edges.${format}`,
  /** @param {string} dataset */
  labellingJobsCsv: (dataset) => `${ROOT}/datasets/${dataset}/labelling-jobs.csv`,
  /** @type {(job: number, table: "agreement" | "differences" | "times") => string} */
  labellingCsv: (job, table) => `${ROOT}/labelling-jobs/${job}/${table}.csv`,
  challengesCsv: () => `${ROOT}/challenges.csv`,
  /** @type {(id: string, format: "html" | "pdf") => string} */
  report: (id, format) => `${ROOT}/reports/${id}/file${query({ format })}`,
  awsTemplate: () => `${ROOT}/aws/template`,
  /** @type {(model: string, version: number) => string} */
  package: (model, version) => `${ROOT}/models/${model}/${version}/package`,
  /** @type {(name: string, version: number) => string} */
  toml: (name, version) => `${ROOT}/recipes/${name}/toml${query({ version })}`,
};
