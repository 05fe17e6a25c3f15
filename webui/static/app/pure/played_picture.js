// Which picture a folder shows that is played as a camera, in words.
import { text } from "../texts/texts.js";

/**
 * @param {{name: string, number: number, count: number | null, loop: boolean}} played
 */
export function playedWords({ name, number, count, loop }) {
  if (!count) return text("inspection-played", { name });
  if (number !== count) return text("inspection-played-of", { name, number, count });
  return text(loop ? "inspection-played-last-of-loop" : "inspection-played-last", { name, count });
}
