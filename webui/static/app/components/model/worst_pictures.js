import { html } from "../../preact.js";
import { showScore } from "../../pure/format.js";
import { useAnswer } from "../../state/answer.js";
import { text } from "../../texts/texts.js";
import { StoredPicture } from "../shared/stored_picture.js";

/** @type {(picture: WorstPicture, threshold: number) => string | null} */
function call({ label, score }, threshold) {
  if (label === "normal" && score > threshold) return text("worst-false", { verdict: "NG" });
  if (label === "anomaly" && score <= threshold) return text("worst-false", { verdict: "OK" });
  return null;
}

/** @param {{picture: WorstPicture, threshold: number}} props */
function WorstPicture({ picture, threshold }) {
  const wrong = call(picture, threshold);
  return html`
    <${StoredPicture} picture=${picture}>
      ${wrong && html`<span class="tag fault">${wrong}</span>`}
      <span class="quiet">${showScore(picture.score)}</span>
    <//>`;
}

/** @type {(wrong: number, all: number) => string} */
function explain(wrong, all) {
  if (wrong === all) return text("worst-all-wrong");
  return wrong ? text("worst-some-wrong", { wrong }) : text("worst-none-wrong");
}

/**
 * The pictures to check first: misclassified, or closest to the threshold.
 * @param {{manifest: AnomalyManifest}} props
 */
export function WorstPictures({ manifest }) {
  const { name, version, threshold } = manifest;
  const { answer } = useAnswer(`models/${name}/${version}/worst-pictures`);
  const pictures = answer?.pictures ?? [];
  const wrong = pictures.filter((picture) => call(picture, threshold)).length;
  return html`
    <section class="worst" data-testid="worst-pictures">
      <h2>${text("worst-pictures")}</h2>
      <p class="small quiet">${explain(wrong, pictures.length)}</p>
      <ul class="picture-grid">
        ${pictures.map((picture) => html`<${WorstPicture} key=${picture.name} picture=${picture} threshold=${threshold} />`)}
      </ul>
    </section>`;
}
