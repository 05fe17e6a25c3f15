import { useEffect, useRef } from "../../preact.js";

// What the keys mean something else in.
const OTHER_USE = "input, select, textarea, dialog, [role=tablist], [role=radiogroup]";
const PRESSED_BY_ENTER = "button, a, summary";

/**
 * Answers by the keyboard: calls the newest action of the key that is pressed, by `event.key`, unless
 * the person is typing or a dialog is open.
 * @param {Record<string, () => unknown>} actions
 */
export function useReviewKeys(actions) {
  const newest = useRef(actions);
  newest.current = actions;
  useEffect(() => {
    /** @param {KeyboardEvent} event */
    const press = (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const other = event.key === "Enter" ? `${OTHER_USE}, ${PRESSED_BY_ENTER}` : OTHER_USE;
      if (event.target instanceof Element && event.target.closest(other)) return;
      if (document.querySelector("dialog[open]")) return;
      const action = newest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}
