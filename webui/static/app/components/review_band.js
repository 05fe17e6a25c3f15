import { html } from "../preact.js";
import { showCount, showScore } from "../format.js";
import { ofThousand } from "./false_rejects.js";

/** How many good parts will be marked for review, and whether the recipe wants that. */
export function ReviewBand({ band, distance, onReview }) {
  const [off, own] = [distance === 0, distance > 0];
  return html`
    <section class="price" data-testid="review-price">
      <p>${off ? "No part is marked for review."
        : own ? html`Parts within <b>${showScore(distance)}</b> of the threshold are marked for review, as the recipe says.`
        : html`Of 1,000 good parts about <b>${ofThousand(band.marked / band.unseen)}</b> will be marked for review,
          between ${ofThousand(band.interval.low)} and ${ofThousand(band.interval.high)} with 95 % confidence.`}</p>
      ${!off && html`<p class="small quiet">${!own && html`Marked is a part that scores as near to the threshold as the one that would be
        chosen if three times as many good parts might be rejected: ${showCount(band.marked)} of ${showCount(band.unseen)} good pictures. `}
        The verdict stays as it is; the part waits on the Results page for a person who looks.</p>`}
      ${onReview && html`<div class="button-row">
        ${off || own ? html`<button onClick=${() => onReview(null)}>${off ? "Mark parts near the threshold" : "Take the trained width"}</button>`
          : html`<button onClick=${() => onReview(0)}>Mark none</button>`}</div>`}
    </section>`;
}
