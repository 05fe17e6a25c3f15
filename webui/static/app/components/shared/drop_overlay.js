// Takes a drop anywhere on a page: while files are dragged, the page shows where to let go.

import { html, useEffect, useState } from "../../preact.js";

/** @typedef {{key: string, title: string, text: string, icon?: Children}} DropZone */

/** @param {DragEvent} event */
const hasFiles = ({ dataTransfer }) => dataTransfer?.types.includes("Files") ?? false;

/** Whether files are dragged over the window. */
function useDraggedFiles() {
  const [dragged, setDragged] = useState(false);
  useEffect(() => {
    const enter = (/** @type {DragEvent} */ event) => hasFiles(event) && setDragged(true);
    // Nothing is entered when the window is left.
    const leave = (/** @type {DragEvent} */ event) => !event.relatedTarget && setDragged(false);
    const end = () => setDragged(false);
    addEventListener("dragenter", enter);
    addEventListener("dragleave", leave);
    addEventListener("drop", end);
    return () => {
      removeEventListener("dragenter", enter);
      removeEventListener("dragleave", leave);
      removeEventListener("drop", end);
    };
  }, []);
  return dragged;
}

/**
 * The zones side by side over the whole page, while files are dragged.
 * @param {{
 *   zones: DropZone[],
 *   children?: Children,
 *   onDrop: (key: string, transfer: DataTransfer) => unknown,
 * }} props
 */
export function DropOverlay({ zones, children, onDrop }) {
  const dragged = useDraggedFiles();
  const [over, setOver] = useState("");
  if (!dragged) return null;
  /** @param {DragEvent} event @param {string} key */
  const hover = (event, key) => {
    event.preventDefault();
    setOver(key);
  };
  /** @param {DragEvent} event @param {string} key */
  const drop = (event, key) => {
    event.preventDefault();
    setOver("");
    if (event.dataTransfer) onDrop(key, event.dataTransfer);
  };
  return html`
    <div class="drop-overlay" data-testid="drop-overlay">
      <div class="drop-zones">
        ${zones.map(
          ({ key, title, text, icon }) => html`
          <div key=${key} class=${`drop-zone ${over === key ? "over" : ""}`} data-testid=${`drop-${key}`}
            onDragOver=${(/** @type {DragEvent} */ event) => hover(event, key)} onDragLeave=${() => setOver("")}
            onDrop=${(/** @type {DragEvent} */ event) => drop(event, key)}>
            ${icon}<p class="drop-title">${title}</p><p>${text}</p>
          </div>`,
        )}
      </div>
      ${children}
    </div>`;
}
