import { html } from "../../preact.js";

/** @param {{dataset: string}} props */
export function Labelling({ dataset }) {
  return html`<p>${dataset}</p>`;
}
