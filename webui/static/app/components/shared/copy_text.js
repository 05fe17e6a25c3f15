import { html, useRef, useState } from "../../preact.js";
import { text } from "../../texts/texts.js";

const SHOWN_MS = 3000;

/**
 * Copies the text that an element shows.
 * @param {HTMLElement} element
 */
async function copyTextOf(element) {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(element.textContent ?? "");
    return;
  }
  // Over plain HTTP browsers have no clipboard; they copy what is selected all the same.
  getSelection()?.selectAllChildren(element);
  if (!document.execCommand("copy")) throw new Error("not copied");
}

/**
 * A text to be pasted elsewhere, with a button that copies it.
 * @param {{label: string, text: string}} props
 */
export function CopyText({ label, text: source }) {
  const shown = useRef(/** @type {HTMLPreElement | null} */ (null));
  const [word, setWord] = useState(text("copy"));
  const copy = async () => {
    if (!shown.current) return;
    try {
      await copyTextOf(shown.current);
      setWord(text("field-copied"));
    } catch {
      // The text is selected then.
      setWord(text("field-copy-by-key"));
    }
    setTimeout(() => setWord(text("copy")), SHOWN_MS);
  };
  return html`
    <div class="copy-text">
      <p class="field-label">${label}</p>
      <pre class="copy-source" ref=${shown}>${source}</pre>
      <button aria-label=${text("field-copy", { label })} onClick=${copy}>${word}</button>
    </div>`;
}
