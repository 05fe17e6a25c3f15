// Which of several an arrow key leads to, by the WAI-ARIA pattern for tabs and radio groups.

/** @type {Record<string, number>} */
const STEPS = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/**
 * The index that a key leads to from `index`, round the ends; null for a key that leads nowhere.
 * @param {string} key
 * @param {number} index
 * @param {number} count
 */
export function indexByKey(key, index, count) {
  if (!count) return null;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  const step = STEPS[key];
  return step ? (index + step + count) % count : null;
}
