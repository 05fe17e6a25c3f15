import { useState } from "../../preact.js";

/**
 * Takes files that are dropped on an element.
 * @param {boolean} disabled
 * @param {(files: File[]) => unknown} take
 * @returns Whether files are held over the element, and its handlers.
 */
export function useFileDrop(disabled, take) {
  const [over, setOver] = useState(false);
  const hover = (/** @type {boolean} */ inside) => (/** @type {DragEvent} */ event) => {
    event.preventDefault();
    setOver(inside && !disabled);
  };
  /** @param {DragEvent} event */
  const drop = (event) => {
    event.preventDefault();
    setOver(false);
    if (!disabled) take([...(event.dataTransfer?.files ?? [])]);
  };
  return { over, handlers: { onDragOver: hover(true), onDragLeave: hover(false), onDrop: drop } };
}
