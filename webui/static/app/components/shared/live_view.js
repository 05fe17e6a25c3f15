// The live image with overlays; says why when there is none.

import { address, request } from "../../api.js";
import { html, useEffect, useRef, useState } from "../../preact.js";
import { connectionTrouble, stationStatus } from "../../state/events.js";
import { useNewest } from "../../state/newest.js";
import { messageOf } from "../../state/notices.js";
import { useStore } from "../../state/store.js";
import { text } from "../../texts/texts.js";
import { WarningShape } from "./icons.js";

const RETRY_MS = 2000;

/**
 * Which words stand on the image while each comes by a trigger; null while it is live.
 * @param {StationStatus | null} status
 */
function workOnTrigger(status) {
  if (status?.mode === "inspect") return "inspecting";
  const byLine = status?.recipe?.recipe.trigger.type === "line";
  return status?.mode === "collect" && byLine ? "collecting" : null;
}

/** Why the preview was refused, null when it is there now. */
async function refusal() {
  const control = new AbortController();
  try {
    await request("GET", address.preview(), { signal: control.signal });
    return null;
  } catch (error) {
    return messageOf(error);
  } finally {
    control.abort();
  }
}

/**
 * Keeps one MJPEG stream open while `ready` and the tab is seen; tells what is wrong otherwise, and
 * whether there has been an image.
 * @param {{current: HTMLImageElement | null}} image
 * @param {boolean} ready
 */
function useStream(image, ready) {
  const [trouble, setTrouble] = useState(/** @type {string | null} */ (null));
  const [seen, setSeen] = useState(false);
  const newest = useNewest(ready);
  useEffect(() => {
    const element = image.current;
    if (!ready || !element) return undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    const open = () => {
      element.src = address.preview();
    };
    const close = () => {
      newest.forget();
      setSeen(false);
      clearTimeout(timer);
      element.removeAttribute("src");
    };
    const fail = async () => {
      if (document.hidden) return;
      await newest.take(refusal, (why) => {
        setTrouble(why);
        clearTimeout(timer);
        timer = setTimeout(open, RETRY_MS);
      });
    };
    const show = () => {
      setTrouble(null);
      setSeen(true);
    };
    const comeOrGo = () => (document.hidden ? close() : open());
    element.addEventListener("error", fail);
    element.addEventListener("load", show);
    document.addEventListener("visibilitychange", comeOrGo);
    open();
    return () => {
      element.removeEventListener("error", fail);
      element.removeEventListener("load", show);
      document.removeEventListener("visibilitychange", comeOrGo);
      close();
    };
  }, [image, ready]);
  return { trouble: ready ? trouble : null, seen };
}

/** @param {{title: string, words: string}} props */
function Covering({ title, words }) {
  return html`
    <div class="covering" role="status">
      <${WarningShape} size=${48} /><h2>${title}</h2><p>${words}</p>
    </div>`;
}

/**
 * `children` is drawn over the image, in its box; `width` and `height` are the image's, in pixels.
 * @param {{width?: number, height?: number, children?: Children}} props
 */
export function LiveView({ width, height, children }) {
  const image = useRef(/** @type {HTMLImageElement | null} */ (null));
  const status = useStore(stationStatus);
  const state = status?.camera_state;
  const offline = useStore(connectionTrouble);
  const { trouble, seen } = useStream(image, state === "streaming" && !offline);
  const missing = state === "streaming" ? null : state;
  const onTrigger = workOnTrigger(status);
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  useEffect(() => {
    if (width && height) box.current?.style.setProperty("--aspect", String(width / height));
  }, [width, height]);
  return html`
    <div class="stage">
      <div class="stage-box" ref=${box}>
        <img ref=${image} class="stage-picture" alt=${text("live-view-image")} draggable=${false} />
        ${children}
      </div>
      ${
        offline
          ? html`<${Covering} title=${text("live-view-none")} words=${offline.message} />`
          : missing
            ? html`<${Covering} title=${text(`live-view-${missing}`)} words=${text(`live-view-${missing}-words`)} />`
            : trouble
              ? html`<${Covering} title=${text("live-view-none")} words=${trouble} />`
              : onTrigger &&
                (seen
                  ? html`<p class="stage-caption">${text(`live-view-${onTrigger}`)}</p>`
                  : html`<p class="covering" role="status">${text(`live-view-${onTrigger}-waiting`)}</p>`)
      }
    </div>`;
}
