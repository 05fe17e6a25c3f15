// Pictures on their way to a dataset: they go on arriving while other pages are looked at.
import { upload } from "../api.js";
import { useEffect, useRef } from "../preact.js";
import { labelOfPath, meant, whyNotSent } from "../pure/dropped_files.js";
import { text } from "../texts/texts.js";
import { notify } from "./notices.js";
import { useStore } from "./store.js";
import { createUploadQueue } from "./upload_queue.js";

/** @import { DroppedFile } from "../pure/dropped_files.js" */

/** @typedef {{file: File, path: string, dataset: string, label: Label, split: Split | null}} PictureUpload */

export const uploads = createUploadQueue(
  (/** @type {PictureUpload} */ { dataset, file, label, split }, signal) =>
    upload(dataset, file, label, split, signal),
);

/**
 * Files whose folders don't tell their label: somebody has to.
 * @param {DroppedFile[]} files
 */
export const unlabelled = (files) =>
  meant(files).filter(({ file, path }) => !labelOfPath(path) && !whyNotSent(file));

/**
 * Adds the pictures among the files to a dataset; `label` is that of those whose folders tell none.
 * @param {DroppedFile[]} files
 * @param {{dataset: string, label: Label, split: Split | null}} to
 */
export function addPictures(files, { dataset, label, split }) {
  const items = meant(files).map(({ file, path }) => ({
    ...{ file, path, dataset, split },
    label: labelOfPath(path) ?? label,
  }));
  const refused = items.flatMap((item) => {
    const reason = whyNotSent(item.file);
    return reason ? [{ item, reason }] : [];
  });
  const unfit = new Set(refused.map(({ item }) => item));
  uploads.add(
    items.filter((item) => !unfit.has(item)),
    refused,
  );
  if (!items.length) notify(text("upload-nothing"), { kind: "warning" });
}

const SOON = 10;

/**
 * Calls `look` as pictures are added: after each of the first ones, then after every tenth, and at
 * the end.
 * @param {() => unknown} look
 */
export function useUploadsAdded(look) {
  const { added = 0, running = false } = useStore(uploads.progress) ?? {};
  const step = running && added > SOON ? added - (added % SOON) : added;
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current && added) look();
    isFirst.current = false;
  }, [step, running]);
}

/**
 * Calls `show` with each picture that is added while the component is there.
 * @param {(picture: Picture) => unknown} show
 */
export function useUploadedPicture(show) {
  const last = useStore(uploads.progress)?.last ?? null;
  const seen = useRef(last);
  useEffect(() => {
    if (last && last !== seen.current) show(last);
    seen.current = last;
  }, [last]);
}

/** Asks before the browser leaves the pages while pictures are on their way. */
export function guardUploads() {
  addEventListener("beforeunload", (event) => {
    if (uploads.progress.get()?.running) event.preventDefault();
  });
}
