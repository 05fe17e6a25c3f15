import { html } from "../../preact.js";
import { showCount, showScore } from "../../pure/format.js";
import { ofThousand } from "../../pure/threshold.js";

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
          ? "No part is marked for review."
          : own
            ? html`The recipe marks parts within <b>${showScore(distance)}</b> of the threshold for review.`
            : html`Of 1,000 good parts, about <b>${ofThousand(band.marked / band.unseen)}</b> will be marked for review
          (between ${ofThousand(band.interval.low)} and ${ofThousand(band.interval.high)} with 95 % confidence).`
      }</p>
      ${
        !off &&
        html`<p class="small quiet">${
          !own &&
          html`Parts with scores in the blue band are marked for review:${" "}
        ${showCount(band.marked)} of ${showCount(band.unseen)} good pictures. The band ends at the threshold that would allow three times as many false rejects. `
        }
        The verdict doesn't change. The part waits on the Results page until someone reviews it.</p>`
      }
      ${
        onReview &&
        html`<div class="button-row">
        ${
          off || own
            ? html`<button onClick=${() => onReview(null)}>${off ? "Mark parts for review" : "Use the trained width"}</button>`
            : html`<button onClick=${() => onReview(0)}>Don't mark any</button>`
        }</div>`
      }
    </section>`;
}
