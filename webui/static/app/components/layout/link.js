import { html } from "../../preact.js";

/**
 * A link to a page, marked when it is the one that is shown.
 * @param {{to: string, current: string, onClick?: () => unknown, children: Children}} props
 */
export function Link({ to, current, onClick, children }) {
  return html`<a href=${to} data-page aria-current=${to === current ? "page" : null} onClick=${onClick}>${children}</a>`;
}
