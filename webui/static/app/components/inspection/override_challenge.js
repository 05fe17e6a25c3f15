import { post } from "../../api.js";
import { html, useState } from "../../preact.js";
import { refreshStatus } from "../../state/events.js";
import { notify } from "../../state/notices.js";
import { TextField } from "../shared/fields.js";
import { ReasonDialog } from "../shared/reason_dialog.js";

const REASONS = ["Known part is missing", "Known part is damaged", "Parts are checked by hand"];

/** The button that ends the challenge without its parts, for who knows the password. */
export function OverrideChallenge() {
  const [asking, setAsking] = useState(false);
  const [password, setPassword] = useState("");
  const close = () => {
    setAsking(false);
    setPassword("");
  };
  return html`
    <button onClick=${() => setAsking(true)}>Override…</button>
    ${
      asking &&
      html`
      <${ReasonDialog} title="Override the challenge" presets=${REASONS} action="Override" required whyNot=${!password && "Enter your password first."}
        onClose=${close}
        onDone=${async (/** @type {string} */ why) => {
          await post("challenges/override", { why, password });
          await refreshStatus();
          notify("The challenge is overridden. Parts are taken again.");
        }}>
        <p>Parts are taken although the station hasn't shown that it judges right. Your name and the reason are recorded.</p>
        <${TextField} label="Your password" type="password" autocomplete="current-password" value=${password} onChange=${setPassword} />
      <//>`
    }`;
}
