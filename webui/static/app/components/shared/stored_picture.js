import { address } from "../../api.js";
import { html } from "../../preact.js";
import { text } from "../../texts/texts.js";
import { LABEL_SHAPES } from "./icons.js";

/**
 * A picture that a model was trained or measured on; `children` stand beside its label.
 * @param {{picture: Pick<WorstPicture, "name" | "label" | "picture_id">, children?: Children}} props
 */
export function StoredPicture({ picture, children }) {
  const { name, label, picture_id: id } = picture;
  return html`
    <li class=${`picture ${label}`} title=${name}>
      ${
        id
          ? html`<a href=${address.file(id)} target="_blank" rel="noopener"><img src=${address.thumbnail(id)} loading="lazy" alt=${text("picture-stored", { id: String(id), label })} /></a>`
          : html`<p class="gone small">${name}</p>`
      }
      <p class="picture-label small"><${LABEL_SHAPES[label]} size=${16} />${text(`label-${label}`)} ${children}</p>
    </li>`;
}
