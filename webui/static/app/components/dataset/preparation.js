import { html } from "../../preact.js";

/** @param {{dataset: string}} props */
export function Preparation({ dataset }) {
  return html`<p>${dataset}</p>`;
}
