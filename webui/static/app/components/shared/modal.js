import { useLayoutEffect, useRef } from "../../preact.js";

/** The reference of a `<dialog>`, which is shown as a modal one as soon as it is there. */
export function useModal() {
  const dialog = useRef(/** @type {HTMLDialogElement | null} */ (null));
  // Before anything is painted: a key that is pressed at once is for the dialog.
  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);
  return dialog;
}
