// The live picture, with what stands over it; says so when there is none.
import { html, useEffect, useRef, useState } from "../preact.js";
import { address, request } from "../api.js";
import { connectionTrouble, stationStatus } from "../events.js";
import { useStore } from "../store.js";
import { WarningShape } from "./icons.js";

const RETRY_MS = 2000;

const WITHOUT_CAMERA = {
  absent: ["The camera is not there", "Check its cable and its power. The station looks for it again by itself."],
  fault: ["The camera has a fault", "The station opens it again by itself. If that lasts, unplug it for a moment."],
  opening: ["The camera is being opened", "This takes a few seconds."],
};

/** Why the preview was refused, null when it is there now. */
async function refusal() {
  const control = new AbortController();
  try {
    await request("GET", address.preview(), { signal: control.signal });
    return null;
  } catch (error) {
    return error.message;
  } finally {
    control.abort();
  }
}

/** Keeps one MJPEG stream open while `ready` and the tab is seen; tells what is wrong otherwise. */
function useStream(image, ready) {
  const [trouble, setTrouble] = useState(null);
  useEffect(() => {
    if (!ready) return undefined;
    const element = image.current;
    let timer = 0;
    const open = () => { element.src = address.preview(); };
    const close = () => { clearTimeout(timer); element.removeAttribute("src"); };
    const fail = async () => {
      if (document.hidden) return;
      setTrouble(await refusal());
      timer = setTimeout(open, RETRY_MS);
    };
    const show = () => setTrouble(null);
    const seen = () => (document.hidden ? close() : open());
    element.addEventListener("error", fail);
    element.addEventListener("load", show);
    document.addEventListener("visibilitychange", seen);
    open();
    return () => {
      element.removeEventListener("error", fail);
      element.removeEventListener("load", show);
      document.removeEventListener("visibilitychange", seen);
      close();
    };
  }, [image, ready]);
  return ready ? trouble : null;
}

function Covering({ title, text }) {
  return html`
    <div class="covering" role="status">
      <${WarningShape} size=${48} /><h2>${title}</h2><p>${text}</p>
    </div>`;
}

/** `children` is drawn over the picture, in its box; `width` x `height` is the picture's size in pixels. */
export function LiveView({ width, height, children }) {
  const image = useRef(null);
  const state = useStore(stationStatus)?.camera_state;
  const offline = useStore(connectionTrouble);
  const trouble = useStream(image, state === "streaming" && !offline);
  const missing = WITHOUT_CAMERA[state];
  const box = useRef(null);
  useEffect(() => {
    if (width && height) box.current.style.setProperty("--aspect", width / height);
  }, [width, height]);
  return html`
    <div class="stage">
      <div class="stage-box" ref=${box}>
        <img ref=${image} class="stage-picture" alt="Live picture of the camera" draggable=${false} />
        ${children}
      </div>
      ${offline ? html`<${Covering} title="No live picture" text=${offline.message} />`
        : missing ? html`<${Covering} title=${missing[0]} text=${missing[1]} />`
        : trouble && html`<${Covering} title="No live picture" text=${trouble} />`}
    </div>`;
}
