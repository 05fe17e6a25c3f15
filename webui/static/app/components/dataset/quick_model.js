import { html } from "../../preact.js";

/** @param {{dataset: string}} props */
export function QuickModel({ dataset }) {
  return html`<p>${dataset}</p>`;
}
