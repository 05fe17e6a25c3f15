import { html } from "../../preact.js";
import { dismiss, notices } from "../../state/notices.js";
import { useStore } from "../../state/store.js";
import { text } from "../../texts/texts.js";
import { CloseIcon } from "../shared/icons.js";

/** The short messages below the header. */
export function Notices() {
  const list = useStore(notices);
  return html`
    <div class="notices" aria-live="polite">
      ${list.map(
        ({ id, text: words, kind, action }) => html`
        <div key=${id} class=${`notice ${kind}`} role=${kind === "fault" ? "alert" : "status"}>
          <p>${words}</p>
          ${
            action &&
            html`<button onClick=${() => {
              dismiss(id);
              action.run();
            }}>${action.label}</button>`
          }
          <button class="plain icon" aria-label=${text("notices-dismiss")} onClick=${() => dismiss(id)}><${CloseIcon} /></button>
        </div>`,
      )}
    </div>`;
}
