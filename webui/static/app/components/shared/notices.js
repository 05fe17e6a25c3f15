// The short messages below the header; while a dialog is open, at its foot, as it covers the header.

import { html, render, useLayoutEffect, useRef } from "../../preact.js";
import { dismiss, notices } from "../../state/notices.js";
import { useStore } from "../../state/store.js";
import { text } from "../../texts/texts.js";
import { CloseIcon } from "./icons.js";

function NoticeList() {
  return useStore(notices).map(
    ({ id, text: words, kind, action }) => html`
    <div key=${id} class=${`notice ${kind}`} role=${kind === "fault" ? "alert" : "status"}>
      <p>${words}</p>
      ${
        action &&
        html`<button onClick=${() => {
          dismiss(id);
          action.run();
        }}>${action.label}</button>`
      }
      <button class="plain icon" aria-label=${text("notices-dismiss")} onClick=${() => dismiss(id)}><${CloseIcon} /></button>
    </div>`,
  );
}

/** The one list, which goes from place to place: two would be read out twice. */
const list = document.createElement("div");
list.className = "notices";
list.setAttribute("aria-live", "polite");

/** The page, and the dialogs that are open on it; the last one is in front. */
let places = /** @type {Element[]} */ ([]);
let newest = 0;

notices.follow((shown) => {
  const last = shown.at(-1)?.id ?? 0;
  if (last <= newest) return;
  newest = last;
  places.at(-1)?.append(list);
});

/**
 * Shows notices that come from now on at the foot of an element; those that were there stay where
 * they are, as their actions are about what is behind it.
 * @param {Element} place
 * @returns {() => void} shows them where they were before
 */
export function placeNotices(place) {
  places = [...places, place];
  return () => {
    places = places.filter((other) => other !== place);
    if (place.contains(list)) places.at(-1)?.append(list);
  };
}

/** Where the notices are while no dialog is open. */
export function Notices() {
  const place = useRef(/** @type {HTMLElement | null} */ (null));
  useLayoutEffect(() => {
    render(html`<${NoticeList} />`, list);
    place.current?.append(list);
    return place.current ? placeNotices(place.current) : undefined;
  }, []);
  return html`<div class="notices-place" ref=${place} />`;
}
