import { address } from "../../api.js";
import { html } from "../../preact.js";

/** @type {(id: number, text: string) => Children} */
const side = (id, text) => html`
  <figure><img src=${address.file(id)} alt=${text} /><figcaption class="small">${text}</figcaption></figure>`;

/**
 * Both pictures side by side: repeated pictures spoil a model.
 * @param {{picture: Picture, copyOf: number, onRemove: () => unknown, onKeep: () => unknown}} props
 */
export function NearDuplicate({ picture, copyOf, onRemove, onKeep }) {
  return html`
    <section class="message warning near-copy" role="alert" data-testid="near-copy">
      <h2>The dataset already has almost the same picture</h2>
      <p>Near duplicates teach the model nothing new and make its metrics look better than they are.</p>
      <div class="pair">
        ${side(copyOf, `Picture ${copyOf}, already in the dataset`)}
        ${side(picture.picture_id, `Picture ${picture.picture_id}, new`)}
      </div>
      <div class="button-row">
        <button class="strong" onClick=${onRemove}>Remove the new one</button>
        <button onClick=${onKeep}>Keep both</button>
      </div>
    </section>`;
}
