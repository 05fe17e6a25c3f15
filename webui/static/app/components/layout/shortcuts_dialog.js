import { html } from "../../preact.js";
import { shortcuts, shortcutsShown, useShortcut } from "../../state/shortcuts.js";
import { useStore } from "../../state/store.js";
import { text } from "../../texts/texts.js";
import { CloseIcon } from "../shared/icons.js";
import { useModal } from "../shared/modal.js";

/** @returns {import("../../state/shortcuts.js").Shortcut[]} */
const everywhere = () => [
  ["Tab", text("shortcuts-tab")],
  ["← → ↑ ↓", text("shortcuts-arrows")],
  ["Enter", text("shortcuts-enter")],
  ["Esc", text("shortcuts-escape")],
  ["?", text("shortcuts-list")],
];

function ShortcutsDialog() {
  const dialog = useModal();
  const here = useStore(shortcuts).filter(([keys]) => keys !== "?");
  return html`
    <dialog ref=${dialog} class="why" aria-label=${text("keyboard-shortcuts")} data-testid="shortcuts" onClose=${() => shortcutsShown.set(false)}>
      <div class="why-body">
        <button class="icon plain close" aria-label=${text("close")} onClick=${() => dialog.current?.close()}><${CloseIcon} /></button>
        <h2>${text("keyboard-shortcuts")}</h2>
        <dl class="shortcuts">
          ${[...here, ...everywhere()].map(([keys, effect]) => html`<div key=${keys + effect}><dt><kbd>${keys}</kbd></dt><dd>${effect}</dd></div>`)}
        </dl>
      </div>
    </dialog>`;
}

/** The list of the shortcuts that work now, shown by the question mark. */
export function Shortcuts() {
  const shown = useStore(shortcutsShown);
  useShortcut("?", text("shortcuts-list"), () => shortcutsShown.set(true));
  return shown && html`<${ShortcutsDialog} />`;
}
