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

/** @type {Element[]} */
let places = [];

/**
 * Shows the notices at the foot of an element from now on.
 * @param {Element} place
 * @returns {() => void} shows them where they were before
 */
export function placeNotices(place) {
  places = [...places, place];
  place.append(list);
  return () => {
    places = places.filter((other) => other !== place);
    places.at(-1)?.append(list);
  };
}

/** Where the notices are while no dialog is open. */
export function Notices() {
  const place = useRef(/** @type {HTMLElement | null} */ (null));
  useLayoutEffect(() => {
    render(html`<${NoticeList} />`, list);
    return place.current ? placeNotices(place.current) : undefined;
  }, []);
  return html`<div class="notices-place" ref=${place} />`;
}
