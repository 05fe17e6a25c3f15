import { html, useRef, useState } from "../../preact.js";

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
export function CopyText({ label, text }) {
  const shown = useRef(/** @type {HTMLPreElement | null} */ (null));
  const [word, setWord] = useState("Copy");
  const copy = async () => {
    if (!shown.current) return;
    try {
      await copyTextOf(shown.current);
      setWord("Copied");
    } catch {
      // The text is selected then.
      setWord("Press Ctrl+C");
    }
    setTimeout(() => setWord("Copy"), SHOWN_MS);
  };
  return html`
    <div class="copy-text">
      <p class="field-label">${label}</p>
      <pre class="copy-source" ref=${shown}>${text}</pre>
      <button aria-label=${`Copy ${label}`} onClick=${copy}>${word}</button>
    </div>`;
}
