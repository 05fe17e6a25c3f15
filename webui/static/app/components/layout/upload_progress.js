import { html, useEffect } from "../../preact.js";
import { byReason, uploadWords } from "../../pure/upload_words.js";
import { notify } from "../../state/notices.js";
import { useStore } from "../../state/store.js";
import { uploads } from "../../state/uploads.js";
import { text } from "../../texts/texts.js";

/** @import { PictureUpload } from "../../state/uploads.js" */
/** @import { Told } from "../../state/upload_queue.js" */

/** @param {{title: string, told: Told<PictureUpload>[], isOpen?: boolean}} props */
function ToldList({ title, told, isOpen = false }) {
  if (!told.length) return null;
  return html`
    <details class="upload-told" open=${isOpen}>
      <summary>${title}</summary>
      <ul>
        ${byReason(told, ({ path }) => path).map(
          ([reason, names]) =>
            html`<li key=${reason}><b>${reason}</b> <span class="mono">${names.join(", ")}</span></li>`,
        )}
      </ul>
    </details>`;
}

/** How the pictures arrive that were uploaded, on every page; gone when there is nothing to tell. */
export function UploadProgress() {
  const progress = useStore(uploads.progress);
  const { total = 0, added = 0, running = false, cancelled = false } = progress ?? {};
  const [refused, remarks] = [progress?.refused ?? [], progress?.remarks ?? []];
  const dataset = progress?.newest?.dataset ?? "";
  const isPlain = !running && !cancelled && total > 0 && !refused.length && !remarks.length;
  useEffect(() => {
    if (!isPlain) return;
    uploads.dismiss();
    if (total > 1) notify(text("upload-done", { count: added, dataset }));
  }, [isPlain]);
  // One picture is there before a bar could be read.
  if (!progress || isPlain || (running && total === 1)) return null;
  return html`
    <section class="upload-progress" aria-label=${text("upload-title")} data-testid="upload">
      <div class="upload-line">
        <p role=${running ? null : "status"}>${uploadWords(progress, dataset)}</p>
        <div class="button-row">
          ${
            running
              ? html`<button onClick=${uploads.cancel}>${text("cancel")}</button>`
              : html`
              ${refused.length > 0 && html`<button onClick=${uploads.retry}>${text("upload-retry")}</button>`}
              <button onClick=${uploads.dismiss}>${text("close")}</button>`
          }
        </div>
      </div>
      ${running && html`<progress max=${total} value=${added + refused.length} aria-label=${text("upload-progress")} />`}
      ${
        !running &&
        html`
        <${ToldList} title=${text("upload-refused", { count: refused.length })} told=${refused} isOpen=${true} />
        <${ToldList} title=${text("upload-remarks", { count: remarks.length })} told=${remarks} />`
      }
    </section>`;
}
