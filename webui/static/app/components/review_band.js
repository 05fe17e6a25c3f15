import { html } from "../preact.js";
import { showCount } from "../format.js";
import { ofThousand } from "./false_rejects.js";

/** How many good parts will be marked for review, and whether the recipe wants that. */
export function ReviewBand({ band, distance, onReview }) {
  const off = distance === 0;
  const own = distance !== null && distance !== band.distance && !off;
  return html`
    <section class="price" data-testid="review-price">
      <p>${off ? "No part is marked for review." : own ? "The recipe has a review band of its own width."
        : html`Of 1,000 good parts about <b>${ofThousand(band.marked / band.unseen)}</b> will be marked for review,
          between ${ofThousand(band.interval.low)} and ${ofThousand(band.interval.high)} with 95 % confidence.`}</p>
      <p class="small quiet">Marked is a part whose score lies as near to the threshold as the one that would be chosen if three
        times as many good parts might be rejected: ${showCount(band.marked)} of ${showCount(band.unseen)} good pictures. Its
        verdict stays; it waits on the Results page for a person who looks.</p>
      ${onReview && html`<div class="button-row">
        <button onClick=${() => onReview(off || own ? null : 0)}>${off ? "Mark parts near the threshold" : own ? "Take the trained width" : "Mark none"}</button></div>`}
    </section>`;
}
