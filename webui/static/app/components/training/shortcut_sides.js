import { address } from "../../api.js";
import { html } from "../../preact.js";
import { text } from "../../texts/texts.js";

/**
 * The typical pictures of a shortcut beside each other, each with the side that it stands for.
 * @param {{pictures: Finding["pictures"], shortcut: NonNullable<Finding["shortcut"]>}} props
 */
export function ShortcutSides({ pictures, shortcut }) {
  const words = new Map(shortcut.sides.map((side) => [side.picture, side.words]));
  return pictures.map(({ picture_id: id }) => {
    const caption = text("dataset-shortcut-side", { id: String(id), side: words.get(id) ?? "" });
    return html`
      <figure key=${id}>
        <a class="found-picture" href=${address.file(id)} target="_blank" rel="noopener">
          <img src=${address.thumbnail(id)} loading="lazy" alt=${caption} />
        </a>
        <figcaption class="small">${caption}</figcaption>
      </figure>`;
  });
}
