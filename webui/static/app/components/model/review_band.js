import { html } from "../../preact.js";
import { showScore } from "../../pure/format.js";
import { ofThousand, ofThousands } from "../../pure/threshold.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";

/**
 * How many good parts will be marked for review, and whether the recipe wants that.
 * @param {{
 *   band: NonNullable<AnomalyManifest["review_band"]>,
 *   distance: number | null,
 *   onReview: Setter<number | null> | null,
 * }} props
 */
export function ReviewBand({ band, distance, onReview }) {
  const off = distance === 0;
  const own = distance !== null && distance > 0;
  return html`
    <section class="price" data-testid="review-price">
      <p>${
        off
          ? text("review-band-off")
          : own
            ? richText("review-band-distance", { distance: showScore(distance) })
            : richText("review-band-marked", {
                marked: ofThousand(band.marked / band.unseen),
                ...ofThousands(band.interval),
              })
      }</p>
      ${
        !off &&
        html`<p class="small quiet">${
          !own && `${text("review-band-words", { marked: band.marked, unseen: band.unseen })} `
        }${text("review-band-verdict")}</p>`
      }
      ${
        onReview &&
        html`<div class="button-row">
        ${
          off || own
            ? html`<button onClick=${() => onReview(null)}>${text(off ? "review-band-mark" : "review-band-trained")}</button>`
            : html`<button onClick=${() => onReview(0)}>${text("review-band-none")}</button>`
        }</div>`
      }
    </section>`;
}
