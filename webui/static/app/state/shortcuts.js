// Keyboard shortcuts: the one place that listens for them, and the list of those that work now.
import { useEffect, useRef } from "../preact.js";
import { createStore } from "./store.js";

/** @typedef {[keys: string, effect: string]} Shortcut */

const TEXT_FIELDS = "input, select, textarea";
/** What the space bar presses by itself. */
const OWN_SPACE = "a, summary, button:not([role=radio])";

export const shortcuts = createStore(/** @type {Shortcut[]} */ ([]));
export const shortcutsShown = createStore(false);

/**
 * Lists shortcuts while a component is there that listens for their keys itself.
 * @param {Shortcut[]} list
 */
export function useListedShortcuts(list) {
  useEffect(() => {
    shortcuts.set((before) => [...before, ...list]);
    return () => shortcuts.set((before) => before.filter((shortcut) => !list.includes(shortcut)));
  }, []);
}

/**
 * Calls the newest `action` on a key, unless it belongs to the control that has the focus.
 * @param {string} key as in `KeyboardEvent.key`, or "Space"
 * @param {string} effect
 * @param {() => unknown} action
 */
export function useShortcut(key, effect, action) {
  useListedShortcuts([[key, effect]]);
  const newest = useRef(action);
  newest.current = action;
  useEffect(() => {
    const controls = key === "Space" ? `${TEXT_FIELDS}, ${OWN_SPACE}` : TEXT_FIELDS;
    /** @param {KeyboardEvent} event */
    const press = (event) => {
      if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
      if ((event.key === " " ? "Space" : event.key) !== key) return;
      if (event.target instanceof Element && event.target.closest(controls)) return;
      event.preventDefault();
      newest.current();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [key]);
}
