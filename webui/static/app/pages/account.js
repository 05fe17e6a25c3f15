// The person's own account: password, tokens and access keys for programs, log out.

import { post, remove, request, user } from "../api.js";
import { AccessKeys } from "../components/account/access_keys.js";
import { CopyText } from "../components/shared/copy_text.js";
import { TextField } from "../components/shared/fields.js";
import { html, useState } from "../preact.js";
import { showDateTime } from "../pure/format.js";
import { useAnswer } from "../state/answer.js";
import { attempt, notify } from "../state/notices.js";
import { shortcutsShown } from "../state/shortcuts.js";

function Password() {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  /** @param {Event} event */
  const change = (event) => {
    event.preventDefault();
    attempt(async () => {
      await post("account/password", { current, new: next });
      setCurrent("");
      setNext("");
      notify("Password changed. Other browsers have been logged out.");
    });
  };
  return html`
    <section class="card"><h2>Password</h2>
      <form onSubmit=${change}>
        <${TextField} label="Current password" type="password" autocomplete="current-password" required value=${current} onChange=${setCurrent} />
        <${TextField} label="New password, at least 10 characters" type="password" autocomplete="new-password" minlength="10" required
          value=${next} onChange=${setNext} />
        <button type="submit">Change password</button>
      </form>
    </section>`;
}

function Tokens() {
  const { answer, reload } = useAnswer("account/tokens");
  const [title, setTitle] = useState("");
  const [issued, setIssued] = useState(/** @type {IssuedToken | null} */ (null));
  /** @param {Event} event */
  const issue = (event) => {
    event.preventDefault();
    attempt(async () => {
      setIssued(await post("account/tokens", { title }));
      setTitle("");
      await reload();
    });
  };
  /** @param {Token} token */
  const revoke = (token) =>
    attempt(async () => {
      await remove(`account/tokens/${token.token_id}`);
      await reload();
      notify(`Token ${token.title} revoked.`);
    });
  return html`
    <section class="card"><h2>API tokens</h2>
      <p class="quiet small">Programs send a token to the HTTP API as <span class="mono">Authorization: Bearer …</span>. A token has
        the same permissions as you.</p>
      <p><a class="button" href="/docs">HTTP API documentation</a></p>
      ${
        issued &&
        html`
        <div class="message warning" data-testid="issued-token"><h3>Copy this token now. It will not be shown again</h3>
          <${CopyText} label="Token" text=${issued.secret} /></div>`
      }
      <ul class="rows">${answer?.tokens.map(
        (token) => html`
        <li key=${token.token_id}><div><b>${token.title}</b><p class="quiet small">issued ${showDateTime(token.created_at)}</p></div>
          <button onClick=${() => revoke(token)}>Revoke</button></li>`,
      )}</ul>
      <form class="inline-form" onSubmit=${issue}>
        <${TextField} label="New token name" value=${title} onChange=${setTitle} required maxlength="64" placeholder="for example plc-gateway" />
        <button type="submit">Create</button>
      </form>
    </section>`;
}

export function AccountPage() {
  const logOut = () =>
    attempt(async () => {
      await request("POST", "/logout");
      location.assign("/login");
    });
  return html`
    <main class="sheet narrow">
      <header class="sheet-head"><h1 dir="auto">${user || "Account"}</h1>
        <div class="button-row"><a class="button" href="/settings" data-page>Settings</a>
          <button onClick=${logOut}>Log out</button></div></header>
      <${Password} />
      <${Tokens} />
      <${AccessKeys} />
      <section class="card"><h2>Keyboard</h2>
        <p class="quiet small">Press <kbd>?</kbd> on any page to see which keys do something there.</p>
        <button onClick=${() => shortcutsShown.set(true)}>Keyboard shortcuts</button></section>
    </main>`;
}
