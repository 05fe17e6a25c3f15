import { html, useEffect, useState } from "../preact.js";
import { address, get } from "../api.js";
import { showScore } from "../format.js";
import { attempt } from "../notices.js";
import { LABEL_SHAPES } from "./icons.js";

function call({ label, score }, threshold) {
  if (label === "normal" && score > threshold) return "false NG";
  if (label === "anomaly" && score <= threshold) return "false OK";
  return null;
}

function WorstPicture({ picture, threshold }) {
  const { name, label, score, picture_id: id } = picture;
  const wrong = call(picture, threshold);
  return html`
    <li class=${`picture ${label}`} title=${name}>
      ${id
        ? html`<a href=${address.file(id)} target="_blank" rel="noopener"><img src=${address.thumbnail(id)} loading="lazy" alt=${`Picture ${id}, ${label}`} /></a>`
        : html`<p class="gone small">${name}</p>`}
      <p class="picture-label small"><${LABEL_SHAPES[label]} size=${16} />${label}
        ${wrong && html`<span class="tag fault">${wrong}</span>`}
        <span class="quiet">${showScore(score)}</span></p>
    </li>`;
}

function explain(wrong, all) {
  if (wrong === all) return "Judged wrongly, the farthest from the threshold first.";
  const rest = "nearest to the threshold.";
  return wrong ? `${wrong} judged wrongly, the farthest from the threshold first; then those ${rest}` : `None was judged wrongly; these are ${rest}`;
}

/** The pictures to look at first: judged wrongly, or nearest to the threshold. */
export function WorstPictures({ manifest }) {
  const { name, version, threshold } = manifest;
  const [pictures, setPictures] = useState([]);
  useEffect(() => {
    setPictures([]);
    attempt(async () => setPictures((await get(`models/${name}/${version}/worst-pictures`)).pictures));
  }, [name, version]);
  const wrong = pictures.filter((picture) => call(picture, threshold)).length;
  return html`
    <section class="worst" data-testid="worst-pictures">
      <h2>Look at these first</h2>
      <p class="small quiet">${explain(wrong, pictures.length)} A wrong label here spoils the figures.</p>
      <ul class="picture-grid">
        ${pictures.map((picture) => html`<${WorstPicture} key=${picture.name} picture=${picture} threshold=${threshold} />`)}
      </ul>
    </section>`;
}
