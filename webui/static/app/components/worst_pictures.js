import { html, useEffect, useState } from "../preact.js";
import { get } from "../api.js";
import { showScore } from "../format.js";
import { attempt } from "../notices.js";
import { StoredPicture } from "./stored_picture.js";

function call({ label, score }, threshold) {
  if (label === "normal" && score > threshold) return "false NG";
  if (label === "anomaly" && score <= threshold) return "false OK";
  return null;
}

function WorstPicture({ picture, threshold }) {
  const wrong = call(picture, threshold);
  return html`
    <${StoredPicture} picture=${picture}>
      ${wrong && html`<span class="tag fault">${wrong}</span>`}
      <span class="quiet">${showScore(picture.score)}</span>
    <//>`;
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
