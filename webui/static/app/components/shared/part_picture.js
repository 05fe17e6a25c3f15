import { address, whyNoPicture } from "../../api.js";
import { html, useEffect, useRef, useState } from "../../preact.js";
import { showsHeat } from "../../pure/heat_map.js";
import { reconnections } from "../../state/reconnections.js";
import { useStore } from "../../state/store.js";
import { text } from "../../texts/texts.js";
import { DetectedObjects } from "./detected_objects.js";
import { OUTCOME_SHAPES } from "./icons.js";

/** @import { HeatChoice } from "../../pure/heat_map.js" */

const WIDTH_PX = 1280;
// A picture that never comes must not keep those after it away.
const LOAD_LIMIT_MS = 10_000;

/**
 * A part and what its picture came to: where it is and its size, or why there is none.
 * @typedef {{
 *   inspection: Inspection,
 *   source: string | null,
 *   width?: number,
 *   height?: number,
 *   problem?: string,
 * }} Shown
 */

/**
 * Waits for a picture; ends its loading where that takes too long.
 * @param {HTMLImageElement} picture
 */
async function decoded(picture) {
  const late = setTimeout(() => picture.removeAttribute("src"), LOAD_LIMIT_MS);
  try {
    await picture.decode();
  } finally {
    clearTimeout(late);
  }
}

/**
 * The newest picture that there was time to load. A picture that is being loaded is finished before
 * the next one is asked for: when parts come faster, pictures are skipped and numbers never.
 * @param {Inspection | undefined} inspection
 */
function usePicture(inspection) {
  const [shown, setShown] = useState(/** @type {Shown | null} */ (null));
  const wanted = useRef(inspection);
  const loading = useRef(false);
  const opened = useStore(reconnections);
  wanted.current = inspection;
  const load = async () => {
    const asked = wanted.current;
    if (loading.current || !asked?.picture_path) return;
    loading.current = true;
    const picture = new Image();
    const source = address.picture(asked.inspection_id, WIDTH_PX);
    picture.src = source;
    try {
      await decoded(picture);
      const { naturalWidth: width, naturalHeight: height } = picture;
      setShown({ inspection: asked, source, width, height });
    } catch {
      setShown({ inspection: asked, source: null, problem: await whyNoPicture(source) });
    }
    loading.current = false;
    if (wanted.current?.inspection_id !== asked.inspection_id) load();
  };
  useEffect(() => {
    load();
  }, [inspection?.inspection_id]);
  useEffect(() => {
    if (shown?.problem) load();
  }, [opened]);
  return shown;
}

/**
/**
 * The heat map and what was found lie over the picture; switch them off to see the part alone. On OK
 * parts the heat map is off until a person wants it. The frame has the verdict's colour where that is
 * the present one.
 * @param {{inspection: Inspection | undefined, heat: HeatChoice, opacity: number, boxes?: boolean, isPresent?: boolean}} props
 */
export function PartPicture({ inspection, heat, opacity, boxes = true, isPresent = false }) {
  const shown = usePicture(inspection);
  const box = useRef(/** @type {HTMLDivElement | null} */ (null));
  useEffect(() => {
    if (shown?.width && shown.height)
      box.current?.style.setProperty("--aspect", String(shown.width / shown.height));
  }, [shown]);
  if (!inspection)
    return html`<div class="stage"><p class="stage-words">${text("picture-waiting")}</p></div>`;
  if (!inspection.picture_path) {
    return html`<div class="stage"><div class="stage-words"><h2>${text("picture-no-part")}</h2><p>${inspection.reason}</p></div></div>`;
  }
  if (!shown) return html`<div class="stage" />`;
  const { outcome, inspection_id: id, trigger_id, score } = shown.inspection;
  const part = text("part", { number: String(trigger_id) });
  const color = isPresent && id === inspection.inspection_id ? outcome : "";
  return html`
    <div class=${`stage framed ${color}`}>
      <div class="stage-box" ref=${box}>
        ${
          shown.source
            ? html`<img class="stage-picture" src=${shown.source} alt=${part} data-testid="part-picture" data-inspection=${id} />`
            : html`<p class="stage-words" data-testid="no-picture">${shown.problem}</p>`
        }
        ${shown.source && score !== null && showsHeat(heat, outcome) && html`<${HeatMap} key=${id} id=${id} opacity=${opacity} />`}
        ${shown.source && boxes && html`<${DetectedObjects} inspection=${shown.inspection} />`}
      </div>
      <p class="stage-caption"><${OUTCOME_SHAPES[outcome]} size=${18} />${part}</p>
    </div>`;
}

/** @param {{id: string, opacity: number}} props */
function HeatMap({ id, opacity }) {
  const image = useRef(/** @type {HTMLImageElement | null} */ (null));
  const [exists, setExists] = useState(true);
  useEffect(() => {
    if (image.current) image.current.style.opacity = String(opacity);
  }, [opacity, exists]);
  if (!exists) return null;
  return html`<img ref=${image} class="stage-heat" src=${address.heatmap(id)} alt=${text("heat-map")} data-testid="heat-map"
    onError=${() => setExists(false)} />`;
}
