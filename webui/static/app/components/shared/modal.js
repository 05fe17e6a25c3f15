import { useLayoutEffect, useRef } from "../../preact.js";
import { dialogHistory } from "../../state/router.js";
import { placeNotices } from "./notices.js";

/**
 * The reference of a `<dialog>`, which is shown as a modal one as soon as it is there. The browser's
 * Back closes it, as Escape does: what its `onCancel` prevents, Back doesn't do either.
 */
export function useModal() {
  const dialog = useRef(/** @type {HTMLDialogElement | null} */ (null));
  // Before anything is painted: a key that is pressed at once is for the dialog.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return undefined;
    element.showModal();
    const replaceNotices = placeNotices(element);
    const leaveHistory = dialogHistory.open(() => {
      if (!element.dispatchEvent(new Event("cancel", { cancelable: true }))) return false;
      element.close();
      return true;
    });
    return () => {
      replaceNotices();
      leaveHistory();
    };
  }, []);
  return dialog;
}
