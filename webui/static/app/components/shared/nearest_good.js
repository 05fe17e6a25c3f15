import { address, get } from "../../api.js";
import { html, useState } from "../../preact.js";
import { messageOf } from "../../state/notices.js";
import { text } from "../../texts/texts.js";

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
      setProblem(text("picture-compare-none", { reason: messageOf(error) }));
    }
    setBusy(false);
  };
  if (found)
    return html`
      <section class="nearest-good" aria-label=${text("picture-compare-region")} data-testid="nearest-good">
        <div class="pair">
          <${Crop} source=${address.picture(id, WIDTH_PX)} place=${found.part} words=${text("picture-compare-this")} />
          <${Crop} source=${address.file(found.picture_id)} place=${found.good} words=${text("picture-compare-good")} />
        </div>
        <div class="button-row"><a class="button" href=${address.file(found.picture_id)} target="_blank" rel="noopener">${text("picture-compare-whole")}</a>
          <button onClick=${() => setFound(null)}>${text("picture-compare-close")}</button></div>
      </section>`;
  return html`
    <div class="nearest-good">
      <button disabled=${busy || problem !== ""} onClick=${ask}>${text(busy ? "picture-compare-looking" : "picture-compare")}</button>
      ${problem && html`<p class="small quiet" role="status">${problem}</p>`}
    </div>`;
}
