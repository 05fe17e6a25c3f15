import { html, useEffect, useRef, useState } from "../preact.js";
import { address } from "../api.js";
import { FoundObjects } from "./found_objects.js";
import { OUTCOME_SHAPES } from "./icons.js";

const WIDTH_PX = 1280;

const loadable = (inspection) => Boolean(inspection?.picture_path);

/**
 * The newest picture that there was time to load. A picture that is being loaded is finished before
 * the next one is asked for: when parts come faster, pictures are skipped and numbers never.
 */
function usePicture(inspection) {
  const [shown, setShown] = useState(null);
  const wanted = useRef(null);
  const loading = useRef(false);
  wanted.current = inspection;
  useEffect(() => {
    const load = async () => {
      if (loading.current || !loadable(wanted.current)) return;
      loading.current = true;
      const asked = wanted.current;
      const picture = new Image();
      picture.src = address.picture(asked.inspection_id, WIDTH_PX);
      try {
        await picture.decode();
        setShown({ inspection: asked, source: picture.src, width: picture.naturalWidth, height: picture.naturalHeight });
      } catch {
        setShown({ inspection: asked, source: null });
      }
      loading.current = false;
      if (wanted.current?.inspection_id !== asked.inspection_id) load();
    };
    load();
  }, [inspection?.inspection_id]);
  return shown;
}

/** The heat map and what was found lie over the picture; switch them off to see the part alone. */
export function PartPicture({ inspection, opacity, boxes = true }) {
  const shown = usePicture(inspection);
  const box = useRef(null);
  useEffect(() => {
    if (shown?.width) box.current?.style.setProperty("--aspect", shown.width / shown.height);
  }, [shown]);
  if (!inspection) return html`<div class="stage"><p class="stage-words">The picture of each part shows here.</p></div>`;
  if (!loadable(inspection)) {
    return html`<div class="stage"><div class="stage-words"><h2>There is no picture of this part</h2><p>${inspection.reason}</p></div></div>`;
  }
  if (!shown) return html`<div class="stage" />`;
  const { outcome, inspection_id: id, trigger_id: trigger, score } = shown.inspection;
  return html`
    <div class=${`stage framed ${outcome}`}>
      <div class="stage-box" ref=${box}>
        ${shown.source
          ? html`<img class="stage-picture" src=${shown.source} alt=${`Part ${trigger}`} data-testid="part-picture" data-inspection=${id} />`
          : html`<p class="stage-words">The picture is not on the disk any more.</p>`}
        ${shown.source && score !== null && opacity > 0 && html`<${HeatMap} key=${id} id=${id} opacity=${opacity} />`}
        ${shown.source && boxes && html`<${FoundObjects} inspection=${shown.inspection} />`}
      </div>
      <p class="stage-caption"><${OUTCOME_SHAPES[outcome]} size=${18} />Part ${trigger}</p>
    </div>`;
}

function HeatMap({ id, opacity }) {
  const image = useRef(null);
  const [there, setThere] = useState(true);
  useEffect(() => { if (image.current) image.current.style.opacity = opacity; }, [opacity, there]);
  if (!there) return null;
  return html`<img ref=${image} class="stage-heat" src=${address.heatmap(id)} alt="Heat map" data-testid="heat-map"
    onError=${() => setThere(false)} />`;
}
