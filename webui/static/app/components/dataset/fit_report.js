import { html } from "../../preact.js";

/** @param {{dataset: string}} props */
export function FitReport({ dataset }) {
  return html`<p>${dataset}</p>`;
}
