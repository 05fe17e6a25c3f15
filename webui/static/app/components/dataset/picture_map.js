import { html } from "../../preact.js";

/** @param {{dataset: string}} props */
export function PictureMap({ dataset }) {
  return html`<p>${dataset}</p>`;
}
