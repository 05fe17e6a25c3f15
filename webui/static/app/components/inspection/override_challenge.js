import { post } from "../../api.js";
import { html, useState } from "../../preact.js";
import { refreshStatus } from "../../state/events.js";
import { notify } from "../../state/notices.js";
import { text } from "../../texts/texts.js";
import { TextField } from "../shared/fields.js";
import { ReasonDialog } from "../shared/reason_dialog.js";

const reasons = () => [
  text("challenge-override-missing"),
  text("challenge-override-damaged"),
  text("challenge-override-by-hand"),
];

/** The button that ends the challenge without its parts, for who knows the password. */
export function OverrideChallenge() {
  const [asking, setAsking] = useState(false);
  const [password, setPassword] = useState("");
  const close = () => {
    setAsking(false);
    setPassword("");
  };
  return html`
    <button onClick=${() => setAsking(true)}>${text("challenge-override-ask")}</button>
    ${
      asking &&
      html`
      <${ReasonDialog} title=${text("challenge-override-title")} presets=${reasons()} action=${text("challenge-override")} required
        whyNot=${!password && text("challenge-override-no-password")}
        onClose=${close}
        onDone=${async (/** @type {string} */ why) => {
          await post("challenges/override", { why, password });
          await refreshStatus();
          notify(text("challenge-override-done"));
        }}>
        <p>${text("challenge-override-words")}</p>
        <${TextField} label=${text("challenge-override-password")} type="password" autocomplete="current-password" value=${password} onChange=${setPassword} />
      <//>`
    }`;
}
