import { html } from "../../preact.js";

/** @param {{dataset: string}} props */
export function Profile({ dataset }) {
  return html`<p>${dataset}</p>`;
}
