import { html, useState } from "../../preact.js";

let made = 0;

/** An id that no other element has. */
const useOwnId = () => useState(() => `reason-${++made}`)[0];

/**
 * A button that says beside it why it can't be pressed now: `whyNot` is the reason, or nothing if it
 * can. What else is given is for the button.
 * @param {{whyNot?: string | false | null, disabled?: boolean, children: Children, [attribute: string]: unknown}} props
 */
export function Button({ whyNot, disabled, children, ...rest }) {
  const id = useOwnId();
  return html`
    <button ...${rest} disabled=${disabled || Boolean(whyNot)} aria-describedby=${whyNot ? id : null}>${children}</button>
    ${whyNot && html`<p class="why-not quiet small" id=${id}>${whyNot}</p>`}`;
}
