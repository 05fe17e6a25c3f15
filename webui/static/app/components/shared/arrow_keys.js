import { indexByKey } from "../../pure/arrow_keys.js";

/**
 * Lets the arrow keys choose among the tabs or radio buttons of a group; for its `onKeyDown`.
 * @param {EventOf<HTMLElement, KeyboardEvent>} event
 */
export function chooseByArrow(event) {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const group = event.target.closest("[role=tablist], [role=radiogroup]");
  /** @type {NodeListOf<HTMLElement> | undefined} */
  const choices = group?.querySelectorAll(":is([role=tab], [role=radio]):enabled");
  const usable = [...(choices ?? [])];
  const focused = usable.findIndex((choice) => choice.contains(event.target));
  const next = indexByKey(event.key, focused, usable.length);
  if (next === null) return;
  event.preventDefault();
  usable[next].focus();
  usable[next].click();
}

/**
 * The `tabindex` of a choice: Tab comes to the chosen one, or to the first if none is chosen.
 * @type {(isChosen: boolean, index: number, anyChosen: boolean) => number}
 */
export const tabStop = (isChosen, index, anyChosen) =>
  isChosen || (!anyChosen && index === 0) ? 0 : -1;
