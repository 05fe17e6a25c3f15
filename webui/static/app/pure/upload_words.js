// How an upload goes, in words.
import { text } from "../texts/texts.js";

/**
 * @param {{total: number, added: number, refused: unknown[], running: boolean, cancelled: boolean}} progress
 * @param {string} dataset
 */
export function uploadWords({ total, added, refused, running, cancelled }, dataset) {
  const counts = { dataset, total, added, refused: refused.length };
  if (running) return text("upload-running", counts);
  return text(cancelled ? "upload-cancelled" : "upload-ended", counts);
}

/**
 * What was told of items, by what was told: one reason is often that of many.
 * @template Item
 * @param {{item: Item, reason: string}[]} told
 * @param {(item: Item) => string} nameOf
 * @returns {[reason: string, names: string[]][]}
 */
export function byReason(told, nameOf) {
  /** @type {Map<string, string[]>} */
  const names = new Map();
  for (const { item, reason } of told) {
    const name = nameOf(item);
    // The station names the file, and so does the list.
    const prefix = `${name.split("/").at(-1)}: `;
    const bare = reason.startsWith(prefix) ? reason.slice(prefix.length) : reason;
    const sentence = bare[0].toUpperCase() + bare.slice(1);
    const known = names.get(sentence);
    if (known) known.push(name);
    else names.set(sentence, [name]);
  }
  return [...names];
}
