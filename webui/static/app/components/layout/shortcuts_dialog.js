import { html } from "../../preact.js";
import { shortcuts, shortcutsShown, useShortcut } from "../../state/shortcuts.js";
import { useStore } from "../../state/store.js";
import { CloseIcon } from "../shared/icons.js";
import { useModal } from "../shared/modal.js";

/** @type {import("../../state/shortcuts.js").Shortcut[]} */
const EVERYWHERE = [
  ["Tab", "Go to the next control"],
  ["← → ↑ ↓", "Choose another tab or option"],
  ["Enter", "Press a button, take a number"],
  ["Esc", "Close a dialog"],
  ["?", "Show this list"],
];

function ShortcutsDialog() {
  const dialog = useModal();
  const here = useStore(shortcuts).filter(([keys]) => keys !== "?");
  return html`
    <dialog ref=${dialog} class="why" aria-label="Keyboard shortcuts" data-testid="shortcuts" onClose=${() => shortcutsShown.set(false)}>
      <div class="why-body">
        <button class="icon plain close" aria-label="Close" onClick=${() => dialog.current?.close()}><${CloseIcon} /></button>
        <h2>Keyboard shortcuts</h2>
        <dl class="shortcuts">
          ${[...here, ...EVERYWHERE].map(([keys, effect]) => html`<div key=${keys + effect}><dt><kbd>${keys}</kbd></dt><dd>${effect}</dd></div>`)}
        </dl>
      </div>
    </dialog>`;
}

/** The list of the shortcuts that work now, shown by the question mark. */
export function Shortcuts() {
  const shown = useStore(shortcutsShown);
  useShortcut("?", "Show this list", () => shortcutsShown.set(true));
  return shown && html`<${ShortcutsDialog} />`;
}
