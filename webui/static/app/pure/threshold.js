// What a threshold costs, and where scores lie around it.
import { roundTo, showCount } from "./format.js";

// So many pictures nobody collects; asking for more would be no advice.
const MOST_PICTURES = 10_000;
// Of the scores' range, beside the outermost ones.
const MARGIN = 0.08;

/**
 * Parts of a thousand: one decimal where the whole number would say too little.
 * @param {number} share
 */
export function ofThousand(share) {
  const parts = share * 1000;
  return showCount(roundTo(parts, parts < 10 ? 1 : 0));
}

/** @param {Interval} interval */
export const ofThousands = ({ low, high }) => ({ low: ofThousand(low), high: ofThousand(high) });

/**
 * What so few good pictures can guarantee, whatever the distribution of their scores: the highest
 * share of false rejects, and how many pictures would guarantee what was asked for. Null where the
 * pictures are enough, or where no sensible number of them would be.
 * @param {Pick<FalseRejects, "rejected" | "unseen" | "expected_rate">} rejects
 */
export function guaranteeOf({ rejected, unseen, expected_rate: asked }) {
  const share = (rejected + 1) / (unseen + 1);
  const pictures = Math.ceil(1 / asked) - 1;
  if (share <= asked || pictures <= unseen || pictures > MOST_PICTURES) return null;
  return { share, pictures };
}

/**
 * Places on an axis of that width which covers all scores, the threshold and its review band, with a
 * little room beside them.
 * @param {number[]} edges of the histogram's bins
 * @param {number} threshold
 * @param {number} distance of the review band's ends from the threshold
 * @param {number} width
 * @returns {(score: number) => number}
 */
export function scoreAxis(edges, threshold, distance, width) {
  const low = Math.min(edges[0], threshold - distance);
  const high = Math.max(edges[edges.length - 1], threshold + distance);
  const margin = (high - low || 1) * MARGIN;
  const [from, to] = [low - margin, high + margin];
  return (score) => (width * (score - from)) / (to - from);
}

/**
 * Where a score lies on a scale from 0 to 1 whose middle is the threshold.
 * @param {number} score
 * @param {number} threshold
 */
export const shareOfScale = (score, threshold) =>
  Math.min(Math.max(score / (2 * threshold || 1), 0), 1);
