// What goes to the bucket: whether it arrives, what waits, and what could not be sent.

import { post } from "../../api.js";
import { html, useState } from "../../preact.js";
import { showDateTime, showFixed } from "../../pure/format.js";
import { showAge, showMib, syncWords } from "../../pure/sync_state.js";
import { useAnswer, usePolledAnswer } from "../../state/answer.js";
import { attempt, notify } from "../../state/notices.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";
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
const STATES = /** @type {const} */ (["uploaded", "waiting", "failed"]);

/** @typedef {typeof STATES[number]} ShownState */

/** @param {{upload: Upload}} props */
function UploadRow({ upload }) {
  const { key, size_bytes, ended_at, created_at, reason } = upload;
  const [kind, size] = [text(`sync-kind-${upload.kind}`), showMib(size_bytes)];
  const words = ended_at
    ? text("sync-upload-ended", { kind, size, at: showDateTime(ended_at) })
    : text("sync-upload-since", { kind, size, at: showDateTime(created_at) });
  return html`
    <li><div><span class="hash">${key}</span>
      <p class="quiet small">${words}</p>
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
      notify(text("sync-retried", { count: retried }));
      await reload();
    });
  return html`
    <${Tabs} label=${text("sync-files")} value=${state} onChange=${setState}
      options=${STATES.map((each) => [each, text(`sync-files-${each}`)])} />
    ${
      list &&
      html`
      <div class="uploads" data-testid="uploads">
        ${list.total === 0 && html`<p class="quiet">${text("sync-files-none")}</p>`}
        <ul class="rows">${list.uploads.map((upload) => html`<${UploadRow} key=${upload.upload_id} upload=${upload} />`)}</ul>
        ${list.total > list.uploads.length && html`<p class="quiet small">${text("sync-files-newest", { shown: list.uploads.length, count: list.total })}</p>`}
        ${state === "failed" && list.total > 0 && html`<div class="button-row"><button onClick=${retry}>${text("sync-retry")}</button></div>`}
      </div>`
    }`;
}

/** @param {NonNullable<SyncOverview["status"]>} status */
function arrivedWords({ uploaded_files: count, uploaded_bytes, last_confirmed_at: at }) {
  const size = showMib(uploaded_bytes);
  return at
    ? text("sync-amount-last", { count, size, at: showDateTime(at) })
    : text("sync-amount", { count, size });
}

/** @param {{overview: SyncOverview}} props */
function Figures({ overview: { target, status } }) {
  if (!target) return null;
  const now_ms = Date.now();
  const bucket = target.prefix ? `${target.bucket} / ${target.prefix}` : target.bucket;
  return html`
    <dl class="facts">
      <dt>${text("sync-bucket")}</dt><dd class="hash">${text("sync-bucket-at", { bucket, endpoint: target.endpoint ?? "AWS" })}</dd>
      ${
        status &&
        html`
        <dt>${text("sync-waiting")}</dt><dd data-testid="backlog">${text("sync-amount", { count: status.waiting_files, size: showMib(status.waiting_bytes) })}</dd>
        ${status.oldest_waiting_at && html`<dt>${text("sync-oldest")}</dt><dd>${text("sync-oldest-age", { age: showAge(status.oldest_waiting_at, now_ms) })}</dd>`}
        <dt>${text("sync-rate")}</dt><dd>${text("sync-rate-words", { rate: showFixed(status.rate_bytes_s / 1e6, 2) })}</dd>
        <dt>${text("sync-arrived")}</dt><dd>${arrivedWords(status)}</dd>
        ${status.failed_files > 0 && html`<dt>${text("sync-not-sent")}</dt><dd class="wrong">${text("sync-not-sent-files", { count: status.failed_files })}</dd>`}`
      }
    </dl>`;
}

/** @param {{overview: SyncOverview}} props */
export function Sync({ overview }) {
  const { title, words, level } = syncWords(overview);
  const problem = overview.running ? overview.status?.problem : null;
  return html`
    <section class="card" aria-label=${text("sync")}><h2>${text("sync")}</h2>
      <div class=${`sync-state ${level}`} role="status" data-testid="sync-state"><b>${title}</b><p>${words}</p></div>
      ${problem && html`<div class="message fault"><p>${problem.message}</p><p class="small">${text("condition-since", { at: showDateTime(problem.since) })}</p></div>`}
      ${
        !overview.target &&
        html`
        <p>${richText("sync-set-up", {})}</p>
        <${CopyText} label=${text("sync-settings")} text=${EXAMPLE} />`
      }
      <${Figures} overview=${overview} />
      ${overview.target && html`<${Uploads} written=${overview.status?.written_at} />`}
    </section>`;
}

/** The overview, asked for again while the page is open; null before the first answer. */
export const useSync = () => usePolledAnswer("sync", PERIOD_MS);
