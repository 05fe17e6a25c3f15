// What goes to the bucket: whether it arrives, what waits, and what could not be sent.

import { post } from "../../api.js";
import { html, useState } from "../../preact.js";
import { showCount, showDateTime } from "../../pure/format.js";
import { showAge, showMib, syncWords } from "../../pure/sync_state.js";
import { useAnswer, usePolledAnswer } from "../../state/answer.js";
import { attempt, notify } from "../../state/notices.js";
import { CopyText } from "../shared/copy_text.js";
import { Tabs } from "../shared/tabs.js";

const PERIOD_MS = 3000;
const LISTED = 20;
const EXAMPLE = `[sync]
bucket = "my-bucket"
endpoint = "https://s3.example.com"

[sync.credentials]
type = "keys"
access_key_id = "…"
secret_access_key = "…"`;
const KINDS = {
  picture: "Picture of an inspection",
  results: "Results",
  dataset: "Picture of a dataset",
  model: "Model",
};

/** @typedef {"waiting" | "uploaded" | "failed"} ShownState */

/** @param {{upload: Upload}} props */
function UploadRow({ upload }) {
  const { kind, key, size_bytes, ended_at, created_at, reason } = upload;
  return html`
    <li><div><span class="hash">${key}</span>
      <p class="quiet small">${KINDS[kind]}, ${showMib(size_bytes)}, ${ended_at ? `ended ${showDateTime(ended_at)}` : `since ${showDateTime(created_at)}`}</p>
      ${reason && html`<p class="small wrong">${reason}</p>`}</div></li>`;
}

/**
 * The newest files of one state; `written` changes when the sync has told anew.
 * @param {{written: string | undefined}} props
 */
function Uploads({ written }) {
  const [state, setState] = useState(/** @type {ShownState} */ ("uploaded"));
  const path = /** @type {const} */ (`sync/uploads?state=${state}&limit=${LISTED}`);
  const { answer: list, reload } = useAnswer(path, written);
  const retry = () =>
    attempt(async () => {
      const { retried } = await post("sync/uploads/retry");
      notify(`${showCount(retried)} file${retried === 1 ? "" : "s"} will be sent again.`);
      await reload();
    });
  return html`
    <${Tabs} label="Files" value=${state} onChange=${setState}
      options=${[
        ["uploaded", "Arrived"],
        ["waiting", "Waiting"],
        ["failed", "Could not be sent"],
      ]} />
    ${
      list &&
      html`
      <div class="uploads" data-testid="uploads">
        ${list.total === 0 && html`<p class="quiet">No files.</p>`}
        <ul class="rows">${list.uploads.map((upload) => html`<${UploadRow} key=${upload.upload_id} upload=${upload} />`)}</ul>
        ${list.total > list.uploads.length && html`<p class="quiet small">The newest ${list.uploads.length} of ${showCount(list.total)} files.</p>`}
        ${state === "failed" && list.total > 0 && html`<div class="button-row"><button onClick=${retry}>Send all of them again</button></div>`}
      </div>`
    }`;
}

/** @param {{overview: SyncOverview}} props */
function Figures({ overview: { target, status } }) {
  if (!target) return null;
  const now_ms = Date.now();
  return html`
    <dl class="facts">
      <dt>Bucket</dt><dd class="hash">${target.bucket}${target.prefix && ` / ${target.prefix}`} at ${target.endpoint ?? "AWS"}</dd>
      ${
        status &&
        html`
        <dt>Waiting</dt><dd data-testid="backlog">${showCount(status.waiting_files)} file${status.waiting_files === 1 ? "" : "s"}, ${showMib(status.waiting_bytes)}</dd>
        ${status.oldest_waiting_at && html`<dt>Oldest</dt><dd>has waited for ${showAge(status.oldest_waiting_at, now_ms)}</dd>`}
        <dt>Rate</dt><dd>${(status.rate_bytes_s / 1e6).toFixed(2)} MB/s in the last minute</dd>
        <dt>Arrived</dt><dd>${showCount(status.uploaded_files)} files, ${showMib(status.uploaded_bytes)}${status.last_confirmed_at && `, the last one ${showDateTime(status.last_confirmed_at)}`}</dd>
        ${status.failed_files > 0 && html`<dt>Not sent</dt><dd class="wrong">${showCount(status.failed_files)} file${status.failed_files === 1 ? "" : "s"} could not be sent</dd>`}`
      }
    </dl>`;
}

/** @param {{overview: SyncOverview}} props */
export function Sync({ overview }) {
  const words = syncWords(overview);
  const problem = overview.running ? overview.status?.problem : null;
  return html`
    <section class="card" aria-label="Sync with S3"><h2>Sync with S3</h2>
      <div class=${`sync-state ${words.level}`} role="status" data-testid="sync-state"><b>${words.title}</b><p>${words.text}</p></div>
      ${problem && html`<div class="message fault"><p>${problem.message}</p><p class="small">since ${showDateTime(problem.since)}</p></div>`}
      ${
        !overview.target &&
        html`
        <p>Pictures, results, datasets and models can be sent to an S3-compatible store. Add a table to the station's settings file
          ${" "}<code>okng.toml</code> and restart okng. Leave out <code>endpoint</code> for AWS.</p>
        <${CopyText} label="Settings of the sync" text=${EXAMPLE} />`
      }
      <${Figures} overview=${overview} />
      ${overview.target && html`<${Uploads} written=${overview.status?.written_at} />`}
    </section>`;
}

/** The overview, asked for again while the page is open; null before the first answer. */
export const useSync = () => usePolledAnswer("sync", PERIOD_MS);
