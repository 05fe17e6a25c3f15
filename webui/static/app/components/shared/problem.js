// What the station refused of a field, below it.
import { html } from "../../preact.js";

/** @param {{text: string | undefined}} props */
export function Problem({ text }) {
  return text && html`<p class="problem" role="alert">${text}</p>`;
}
