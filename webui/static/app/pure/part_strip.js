// The newest parts.

/**
 * The newest parts, newest first, with one more; a part that is not newer changes nothing.
 * @template {{seq: number}} Entry
 * @param {Entry[]} parts
 * @param {Entry} entry
 * @param {number} most so many are kept
 * @returns {Entry[]}
 */
export const addToStrip = (parts, entry, most) =>
  parts.some(({ seq }) => seq >= entry.seq) ? parts : [entry, ...parts].slice(0, most);
