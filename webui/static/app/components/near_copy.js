import { html } from "../preact.js";
import { address } from "../api.js";

const PLACE = (id, text) => html`
  <figure><img src=${address.file(id)} alt=${text} /><figcaption class="small">${text}</figcaption></figure>`;

/** Both pictures side by side: repeated pictures spoil a model. */
export function NearCopy({ picture, onRemove, onKeep }) {
  return html`
    <section class="message warning near-copy" role="alert" data-testid="near-copy">
      <h2>Almost the same picture is already there</h2>
      <p>Repeated pictures teach the model nothing and make its figures look better than they are.</p>
      <div class="pair">
        ${PLACE(picture.near_copy_of, `Picture ${picture.near_copy_of}, there before`)}
        ${PLACE(picture.picture_id, `Picture ${picture.picture_id}, this one`)}
      </div>
      <div class="button-row">
        <button class="strong" onClick=${onRemove}>Remove this one</button>
        <button onClick=${onKeep}>Keep both</button>
      </div>
    </section>`;
}
