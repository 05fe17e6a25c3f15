// Which picture a folder shows that is played as a camera, in words.
import { showCount } from "./format.js";

/**
 * @param {{name: string, number: number, count: number | null, loop: boolean}} played
 */
export function playedWords({ name, number, count, loop }) {
  const place = count ? `, picture ${showCount(number)} of ${showCount(count)}` : "";
  const end =
    count && number === count
      ? loop
        ? " This is the last one: the next trigger begins with the first again."
        : " This is the last one."
      : "";
  return `${name}${place}.${end}`;
}
