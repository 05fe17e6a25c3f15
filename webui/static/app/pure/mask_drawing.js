// A mask while somebody draws it: one act is a stroke or a fill, and each can be undone.

import {
  decodeArea,
  emptyMask,
  encodeArea,
  fillOutline,
  paintStroke,
  unite,
  wholeArea,
} from "./mask.js";

/** @import { Area, Mask } from "./mask.js" */

const MOST_STEPS = 200;

export class MaskDrawing {
  /** @type {{area: Area, runs: number[]}[]} */
  #steps = [];
  /** The indices before the act that is going on. @type {Uint8Array | null} */
  #before = null;
  /** Where it has painted. @type {Area | null} */
  #area = null;

  /** @param {Mask} mask is drawn on */
  constructor(mask) {
    this.mask = mask;
  }

  get canUndo() {
    return this.#steps.length > 0;
  }

  /** Begins an act, such as a stroke from the first touch until the finger is lifted. */
  begin() {
    this.#before = this.mask.indices.slice();
    this.#area = null;
  }

  /**
   * A piece of a stroke; where pixels may have changed.
   * @param {Point} from
   * @param {Point} to
   * @param {number} diameter
   * @param {number} index
   */
  stroke(from, to, diameter, index) {
    const area = paintStroke(this.mask, from, to, diameter, index);
    this.#area = unite(this.#area, area);
    return area;
  }

  /** Ends the act; from now on it can be undone. */
  end() {
    if (this.#before && this.#area) {
      const before = { ...this.mask, indices: this.#before };
      this.#steps.push({ area: this.#area, runs: encodeArea(before, this.#area) });
      if (this.#steps.length > MOST_STEPS) this.#steps.shift();
    }
    this.#before = null;
    this.#area = null;
  }

  /** Takes the act that is going on back: the finger was the first of two that zoom. */
  cancel() {
    const area = this.#area;
    if (this.#before) this.mask.indices.set(this.#before);
    this.#before = null;
    this.#area = null;
    return area;
  }

  /**
   * Fills a closed outline, as an act.
   * @param {Point} point
   * @param {number} index
   */
  fill(point, index) {
    this.begin();
    const filled = fillOutline(this.mask, point, index);
    this.#area = filled === "open" ? null : filled;
    this.end();
    return filled;
  }

  /** Removes all of it, as an act. */
  clear() {
    this.begin();
    this.mask.indices.set(emptyMask(this.mask).indices);
    this.#area = wholeArea(this.mask);
    this.end();
    return wholeArea(this.mask);
  }

  /** Takes the last act back; where pixels may have changed. */
  undo() {
    const step = this.#steps.pop();
    if (!step) return null;
    decodeArea(this.mask, step.area, step.runs);
    return step.area;
  }
}
