// How long somebody works on a picture: without the time in which nothing is pressed or moved.

/** Of a pause without key, pointer or touch so much counts; the rest is idle time. */
export const IDLE_MS = 30_000;

/** Counts active time. It is told of moments of a clock that only goes forward. */
export class ActiveClock {
  /** @param {number} now_ms when the picture was shown */
  constructor(now_ms) {
    this.counted_ms = 0;
    this.last_ms = now_ms;
    this.hidden = false;
  }

  /** A key, pointer or touch. @param {number} now_ms */
  act(now_ms) {
    if (!this.hidden) this.counted_ms += Math.min(Math.max(0, now_ms - this.last_ms), IDLE_MS);
    this.last_ms = now_ms;
  }

  /**
   * The page is hidden, or seen again: what lies between doesn't count.
   * @param {boolean} hidden
   * @param {number} now_ms
   */
  hide(hidden, now_ms) {
    this.act(now_ms);
    this.hidden = hidden;
  }

  /** Whether nothing was pressed or moved for long. @param {number} now_ms */
  isIdle(now_ms) {
    return this.hidden || now_ms - this.last_ms > IDLE_MS;
  }

  /** The active time until now, in whole milliseconds. @param {number} now_ms */
  time(now_ms) {
    this.act(now_ms);
    return Math.round(this.counted_ms);
  }
}
