// Files and folders that a person drops: which of them are pictures, and what their folders say.

import { text } from "../texts/texts.js";

/**
 * A file, and its path in the folder that was dropped or chosen.
 * @typedef {{file: File, path: string}} DroppedFile
 */

const PICTURE = /\.(png|jpe?g|bmp|tiff?)$/i;
// Files that operating systems leave in folders.
const SYSTEM_FILE = /^(\..*|thumbs\.db|desktop\.ini)$/i;
// The words that an import of folders knows, too.
const NORMAL = new Set(["normal", "good", "ok", "pass"]);
const ANOMALY = new Set([
  ...["anomaly", "anomalies", "anomalous", "abnormal", "bad", "defect", "defects", "defective"],
  ...["fail", "faulty", "ng", "nok", "not_ok", "no_good"],
]);

/**
 * The label that the innermost folder with such a name tells; null where none does.
 * @param {string} path
 * @returns {Label | null}
 */
export function labelOfPath(path) {
  for (const folder of path.split("/").slice(0, -1).reverse()) {
    const word = folder.toLowerCase();
    if (NORMAL.has(word)) return "normal";
    if (ANOMALY.has(word)) return "anomaly";
  }
  return null;
}

/**
 * Why a file isn't sent at all, in words; null for what the station is asked to take.
 * @param {{name: string, size: number}} file
 */
export function whyNotSent({ name, size }) {
  if (!PICTURE.test(name)) return text("upload-not-an-image");
  return size === 0 ? text("upload-empty-file") : null;
}

/**
 * What of the files is meant: without those that operating systems leave in folders.
 * @param {DroppedFile[]} files
 */
export const meant = (files) => files.filter(({ file }) => !SYSTEM_FILE.test(file.name));

/**
 * Files that were chosen, with the paths that a chosen folder gives them.
 * @param {File[]} files
 * @returns {DroppedFile[]}
 */
export const chosenFiles = (files) =>
  files.map((file) => ({ file, path: file.webkitRelativePath || file.name }));

/**
 * The files of everything that was dropped, those in folders below among them, by their paths.
 * Has to be called while the drop is handled: the browser forgets what was dropped right after.
 * @param {DataTransfer} transfer
 * @returns {Promise<DroppedFile[]>}
 */
export async function droppedFiles({ items, files }) {
  const entries = [...items].map((item) => item.webkitGetAsEntry?.()).filter((entry) => !!entry);
  if (!entries.length) return chosenFiles([...files]);
  const all = (await Promise.all(entries.map((entry) => filesOf(entry)))).flat();
  return all.sort((a, b) => a.path.localeCompare(b.path, undefined, { numeric: true }));
}

/**
 * @param {FileSystemEntry} entry
 * @returns {Promise<DroppedFile[]>}
 */
async function filesOf(entry) {
  const path = entry.fullPath.replace(/^\//, "");
  if (entry.isFile) {
    const source = /** @type {FileSystemFileEntry} */ (entry);
    /** @type {File} */
    const file = await new Promise((resolve, reject) => source.file(resolve, reject));
    return [{ file, path }];
  }
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  const files = [];
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    // A reader gives a hundred at a time, and none at the end.
    if (!some.length) return files;
    for (const inner of some) files.push(...(await filesOf(inner)));
  }
}
