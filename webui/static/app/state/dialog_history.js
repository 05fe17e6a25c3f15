// Back closes the dialog that is open: each dialog has an entry of its own in the browser's history.

/**
 * A dialog in the history; `close` says whether it closed, as one with unsaved changes may stay.
 * @typedef {{close: () => boolean}} Layer
 */

/**
 * Keeps the entries of the history equal to the open dialogs. The state of an entry has the number of
 * dialogs that were open on it.
 * @param {Pick<Window, "history" | "addEventListener">} browser
 */
export function createDialogHistory({ history, addEventListener }) {
  /** @type {Layer[]} */
  let layers = [];
  let moving = false;
  /** @type {(() => void)[]} */
  let waiting = [];
  const depth = () => history.state?.layers ?? 0;

  function settle() {
    if (moving) return;
    if (depth() > layers.length) {
      moving = true;
      history.go(layers.length - depth());
    }
    while (depth() < layers.length) history.pushState({ layers: depth() + 1 }, "");
  }

  addEventListener("popstate", () => {
    const wasOurs = moving;
    moving = false;
    while (!wasOurs && layers.length > depth() && layers[layers.length - 1].close())
      layers = layers.slice(0, -1);
    settle();
    if (moving) return;
    const works = waiting;
    waiting = [];
    for (const work of works) work();
  });

  return {
    /**
     * Tells of a dialog that opened.
     * @param {() => boolean} close
     * @returns {() => void} to be called when it closed
     */
    open(close) {
      const layer = { close };
      layers = [...layers, layer];
      // Later, so that a dialog that opens as another one closes takes its entry over.
      queueMicrotask(settle);
      return () => {
        layers = layers.filter((other) => other !== layer);
        queueMicrotask(settle);
      };
    },
    /**
     * Does what adds an entry: not before the one of a dialog that just closed is left, since the
     * browser leaves it later and would take the new one for it.
     * @param {() => void} work
     */
    whenStill(work) {
      if (moving) waiting.push(work);
      else work();
    },
    /** Leaves the entry of a dialog that a reload of the page closed. */
    start: settle,
  };
}
