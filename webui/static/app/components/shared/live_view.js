// The live image with overlays; says why when there is none.

import { address, request } from "../../api.js";
import { html, useEffect, useRef, useState } from "../../preact.js";
import { connectionTrouble, stationStatus } from "../../state/events.js";
import { useNewest } from "../../state/newest.js";
import { messageOf } from "../../state/notices.js";
import { useStore } from "../../state/store.js";
import { WarningShape } from "./icons.js";

const RETRY_MS = 2000;

/** @type {Partial<Record<StationStatus["camera_state"], [string, string]>>} */
const WITHOUT_CAMERA = {
  absent: [
    "Camera not connected",
    "Check its cable and power supply. The station reconnects automatically.",
  ],
  fault: [
    "Camera fault",
    "The station reconnects automatically. If this persists, unplug the camera for a moment.",
  ],
  opening: ["Connecting to the camera", "This takes a few seconds."],
};

const INSPECTING = {
  waiting: "Inspection is running. An image appears here with the next part.",
  caption: "Inspection is running: newest part",
};
const COLLECTING = {
  waiting: "The camera input line is the trigger. An image appears here with the next part.",
  caption: "Newest part",
};

/**
 * What stands on the image while each comes by a trigger; null while it is live.
 * @param {StationStatus | null} status
 */
function wordsOnTrigger(status) {
  if (status?.mode === "inspect") return INSPECTING;
  const byLine = status?.recipe?.recipe.trigger.type === "line";
  return status?.mode === "collect" && byLine ? COLLECTING : null;
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

/** @param {{title: string, text: string}} props */
function Covering({ title, text }) {
  return html`
    <div class="covering" role="status">
      <${WarningShape} size=${48} /><h2>${title}</h2><p>${text}</p>
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
  const missing = state && WITHOUT_CAMERA[state];
  const onTrigger = wordsOnTrigger(status);
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  useEffect(() => {
    if (width && height) box.current?.style.setProperty("--aspect", String(width / height));
  }, [width, height]);
  return html`
    <div class="stage">
      <div class="stage-box" ref=${box}>
        <img ref=${image} class="stage-picture" alt="Live image from the camera" draggable=${false} />
        ${children}
      </div>
      ${
        offline
          ? html`<${Covering} title="No live image" text=${offline.message} />`
          : missing
            ? html`<${Covering} title=${missing[0]} text=${missing[1]} />`
            : trouble
              ? html`<${Covering} title="No live image" text=${trouble} />`
              : onTrigger &&
                (seen
                  ? html`<p class="stage-caption">${onTrigger.caption}</p>`
                  : html`<p class="covering" role="status">${onTrigger.waiting}</p>`)
      }
    </div>`;
}
