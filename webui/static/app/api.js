// The HTTP API: JSON in and out, the CSRF token with each write, and errors that a person can read.

const ROOT = "/api/v1";

const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content ?? "";
export const station = meta("station");
export const user = meta("user");

/** What the API refused. `status` is 0 when the station could not be reached. */
export class ApiError extends Error {
  constructor(status, message, detail) {
    super(message);
    this.status = status;
    this.detail = detail;
  }
}

/** Leaves for the login page, which comes back here. */
export function goToLogin() {
  const here = location.pathname + location.search;
  location.assign(`/login?next=${encodeURIComponent(here)}`);
}

async function readError(response) {
  const text = await response.text();
  try {
    const body = JSON.parse(text);
    return new ApiError(response.status, body.message ?? text, body.detail);
  } catch {
    return new ApiError(response.status, `The station answered ${response.status} without a reason.`);
  }
}

/** Sends a request; the answer is a checked Response. */
export async function request(method, path, { body, text, form, signal } = {}) {
  const headers = { Accept: "application/json" };
  if (method !== "GET") headers["X-CSRF-Token"] = meta("csrf-token");
  let content;
  if (body !== undefined) {
    headers["Content-Type"] = "application/json";
    content = JSON.stringify(body);
  } else if (text !== undefined) {
    headers["Content-Type"] = "text/plain; charset=utf-8";
    content = text;
  } else {
    content = form;
  }
  let response;
  try {
    response = await fetch(path.startsWith("/") ? path : `${ROOT}/${path}`, {
      method, headers, body: content, signal, credentials: "same-origin",
    });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new ApiError(0, "The station can't be reached over the network.");
  }
  if (response.status === 401) goToLogin();
  if (!response.ok) throw await readError(response);
  return response;
}

const json = async (method, path, options) => {
  const response = await request(method, path, options);
  return response.status === 204 ? null : response.json();
};

/** A query string of what is set; "" when nothing is. */
export function query(parameters) {
  const set = Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined && value !== "");
  return set.length ? `?${new URLSearchParams(set)}` : "";
}

export const get = (path, options) => json("GET", path, options);
export const put = (path, body) => json("PUT", path, { body });
export const post = (path, body = {}) => json("POST", path, { body });
export const remove = (path) => json("DELETE", path);

/** Uploads one picture to a dataset. */
export function upload(dataset, file, label) {
  const form = new FormData();
  form.append("file", file);
  form.append("label", label);
  return json("POST", `datasets/${dataset}/pictures`, { form });
}

/** Uploads one picture with its known verdict to a model's regression set. */
export function uploadKnown(model, file, verdict) {
  const form = new FormData();
  form.append("file", file);
  form.append("verdict", verdict);
  return json("POST", `regression/${model}/upload`, { form });
}

/** Addresses of pictures, for `src`. */
export const address = {
  preview: () => `${ROOT}/preview.mjpeg?t=${Date.now()}`,
  events: `${ROOT}/events`,
  thumbnail: (id) => `${ROOT}/pictures/${id}/thumbnail`,
  file: (id) => `${ROOT}/pictures/${id}/file`,
  picture: (id, width) => `${ROOT}/inspections/${id}/picture${query({ width })}`,
  heatmap: (id) => `${ROOT}/inspections/${id}/heatmap`,
  trialHeatmap: (trial, id) => `${ROOT}/trials/${trial}/parts/${id}/heatmap`,
  regressionThumbnail: (id) => `${ROOT}/regression/pictures/${id}/thumbnail`,
  regressionFile: (id) => `${ROOT}/regression/pictures/${id}/file`,
  csv: (filter) => `${ROOT}/inspections.csv${query(filter)}`,
  toml: (name, version) => `${ROOT}/recipes/${name}/toml${query({ version })}`,
};
