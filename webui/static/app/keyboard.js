import { useEffect, useRef } from "./preact.js";

/** Calls the newest `action` on the space bar, unless the person is typing or on another control. */
export function useSpaceBar(action) {
  const newest = useRef(action);
  newest.current = action;
  useEffect(() => {
    const press = (event) => {
      if (event.code !== "Space" || event.repeat) return;
      if (event.target.closest("input, select, textarea, a, summary, button:not([role=radio])")) return;
      event.preventDefault();
      newest.current();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}
