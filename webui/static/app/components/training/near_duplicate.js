import { address } from "../../api.js";
import { html } from "../../preact.js";
import { text } from "../../texts/texts.js";

/** @type {(id: number, words: string) => Children} */
const side = (id, words) => html`
  <figure><img src=${address.file(id)} alt=${words} /><figcaption class="small">${words}</figcaption></figure>`;

/**
 * Both pictures side by side: repeated pictures spoil a model.
 * @param {{picture: Picture, copyOf: number, onRemove: () => unknown, onKeep: () => unknown}} props
 */
export function NearDuplicate({ picture, copyOf, onRemove, onKeep }) {
  return html`
    <section class="message warning near-copy" role="alert" data-testid="near-copy">
      <h2>${text("pictures-near-copy-title")}</h2>
      <p>${text("pictures-near-copy-words")}</p>
      <div class="pair">
        ${side(copyOf, text("pictures-near-copy-old", { id: String(copyOf) }))}
        ${side(picture.picture_id, text("pictures-near-copy-new", { id: String(picture.picture_id) }))}
      </div>
      <div class="button-row">
        <button class="strong" onClick=${onRemove}>${text("pictures-near-copy-remove")}</button>
        <button onClick=${onKeep}>${text("pictures-near-copy-keep")}</button>
      </div>
    </section>`;
}
