// A screen in the hall: the whole screen, and awake, where the browser can.

/** Takes the whole screen; where the browser refuses, the page covers its window all the same. */
export const enterFullScreen = () =>
  document.documentElement.requestFullscreen?.({ navigationUI: "hide" }).catch(() => undefined);

export const leaveFullScreen = () =>
  document.fullscreenElement && document.exitFullscreen().catch(() => undefined);

/**
 * Keeps the screen awake while the page is seen. Browsers offer that to safe origins alone (HTTPS or
 * this machine), and end it when the page is hidden.
 * @returns {() => void} ends it
 */
export function keepAwake() {
  let ended = false;
  /** @type {WakeLockSentinel | null} */
  let lock = null;
  const take = async () => {
    if (document.hidden || ended) return;
    try {
      lock = (await navigator.wakeLock?.request("screen")) ?? null;
      if (ended) lock?.release();
    } catch {
      // On low battery the system may refuse.
    }
  };
  take();
  document.addEventListener("visibilitychange", take);
  return () => {
    ended = true;
    document.removeEventListener("visibilitychange", take);
    lock?.release();
  };
}
