import { address, get } from "../../api.js";
import { html, useState } from "../../preact.js";
import { messageOf } from "../../state/notices.js";

/** Of the part's picture as it is loaded: the crop is a quarter of it or more. */
const WIDTH_PX = 2048;

/**
 * Part of a picture, cut out by the browser.
 * @param {{source: string, place: NearestGoodPart["part"], words: string}} props
 */
function Crop({ source, place: { size, area }, words }) {
  const { left, top, right, bottom } = area;
  return html`
    <figure>
      <svg viewBox=${`${left} ${top} ${right - left} ${bottom - top}`} role="img" aria-label=${words}>
        <image href=${source} width=${size.width} height=${size.height} preserveAspectRatio="none" />
      </svg>
      <figcaption class="small">${words}</figcaption>
    </figure>`;
}

/**
 * The place of the defect beside the same place of the good part that looks most like it, with one
 * press; where the model can't tell, the button says why not.
 * @param {{inspection: Inspection, onAsk?: () => unknown}} props
 */
export function NearestGood({ inspection, onAsk = () => {} }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const [found, setFound] = useState(/** @type {NearestGoodPart | null} */ (null));
  const { inspection_id: id, outcome, score, threshold, model, picture_path: path } = inspection;
  const deviates = score !== null && threshold !== null && score > threshold;
  if (outcome !== "NG" || !deviates || !model || !path) return null;
  const ask = async () => {
    setBusy(true);
    onAsk();
    try {
      setFound(await get(`inspections/${id}/nearest-good`));
    } catch (error) {
      setProblem(`Not available: ${messageOf(error)}.`);
    }
    setBusy(false);
  };
  if (found)
    return html`
      <section class="nearest-good" aria-label="Nearest good part" data-testid="nearest-good">
        <div class="pair">
          <${Crop} source=${address.picture(id, WIDTH_PX)} place=${found.part} words="This part" />
          <${Crop} source=${address.file(found.picture_id)} place=${found.good} words="Nearest good part, same place" />
        </div>
        <div class="button-row"><a class="button" href=${address.file(found.picture_id)} target="_blank" rel="noopener">Whole good part</a>
          <button onClick=${() => setFound(null)}>Close comparison</button></div>
      </section>`;
  return html`
    <div class="nearest-good">
      <button disabled=${busy || problem !== ""} onClick=${ask}>${busy ? "Looking for it…" : "Compare with a good part"}</button>
      ${problem && html`<p class="small quiet" role="status">${problem}</p>`}
    </div>`;
}
