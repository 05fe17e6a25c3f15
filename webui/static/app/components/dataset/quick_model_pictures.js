import { address } from "../../api.js";
import { html } from "../../preact.js";
import { showPercent, showScore } from "../../pure/format.js";
import { text } from "../../texts/texts.js";

/** @import { QuickModelFigures as Model } from "../../state/quick_model.js" */

/** @typedef {Model["influential"][number]} InfluentialPicture */

/** @param {InfluentialPicture} picture */
function reasonWords({ reason, score, threshold, ...picture }) {
  const scores = { score: showScore(score), threshold: showScore(threshold) };
  if (reason === "raises_threshold")
    return text("growth-raises-threshold", {
      threshold: scores.threshold,
      without: showScore(picture.threshold_without),
    });
  if (reason === "covers_others")
    return text("growth-covers-others", {
      share: showPercent(picture.nearest_share, 0),
      fair: showPercent(picture.nearest_fair_share, 0),
    });
  return text(score > threshold ? "growth-hard-but-found" : "growth-hard-and-missed", scores);
}

/**
 * The pictures without which the figures would change most, each with the reason.
 * @param {{pictures: InfluentialPicture[]}} props
 */
export function InfluentialPictures({ pictures }) {
  if (!pictures.length) return null;
  return html`
    <section class="growth-influential" aria-labelledby="influential-title">
      <h2 id="influential-title">${text("growth-influential")}</h2>
      <ul class="influential">
        ${pictures.map((influence) => {
          const { picture: id, reason } = influence;
          const name = text("growth-picture", { id: String(id) });
          return html`
          <li key=${id} data-testid=${`influential-${reason}`}>
            <a class="influential-picture" href=${address.file(id)} target="_blank" rel="noopener">
              <img src=${address.thumbnail(id)} loading="lazy" alt=${name} /></a>
            <p class="small"><b>${name}</b><br />${reasonWords(influence)}</p>
          </li>`;
        })}
      </ul>
    </section>`;
}
