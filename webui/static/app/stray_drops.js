// A file that is dropped beside the place for it would replace the page: nothing is to happen instead.

/** @param {DragEvent} event */
const isTaken = ({ defaultPrevented, target }) =>
  defaultPrevented || (target instanceof Element && target.matches("input, textarea"));

addEventListener("dragover", (event) => {
  if (isTaken(event)) return;
  event.preventDefault();
  if (event.dataTransfer) event.dataTransfer.dropEffect = "none";
});
addEventListener("drop", (event) => {
  if (!isTaken(event)) event.preventDefault();
});
