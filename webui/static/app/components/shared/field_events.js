// Handlers of fields' events: templates don't tell TypeScript which element an event is of.

/** @typedef {EventOf<HTMLInputElement | HTMLSelectElement>} FieldEvent */

/**
 * Hands on what the field holds.
 * @param {(value: string) => unknown} take
 */
export const takeValue = (take) => (/** @type {FieldEvent} */ event) => take(event.target.value);

/**
 * Hands on whether the box is ticked.
 * @param {(ticked: boolean) => unknown} take
 */
export const takeTick = (take) => (/** @type {EventOf<HTMLInputElement>} */ event) =>
  take(event.target.checked);

/**
 * Hands on the chosen files, and empties the field so that the same ones can be chosen again.
 * @param {(files: File[]) => unknown} take
 */
export const takeFiles = (take) => (/** @type {EventOf<HTMLInputElement>} */ event) => {
  const files = [...(event.target.files ?? [])];
  event.target.value = "";
  return take(files);
};
