import { useEffect, useRef } from "../../preact.js";

const OTHER_CONTROLS = "input, select, textarea, a, summary, button:not([role=radio])";

/**
 * Calls the newest `action` on the space bar, unless the person is typing or on another control.
 * @param {() => unknown} action
 */
export function useSpaceBar(action) {
  const newest = useRef(action);
  newest.current = action;
  useEffect(() => {
    /** @param {KeyboardEvent} event */
    const press = (event) => {
      if (event.code !== "Space" || event.repeat) return;
      if (event.target instanceof Element && event.target.closest(OTHER_CONTROLS)) return;
      event.preventDefault();
      newest.current();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}
