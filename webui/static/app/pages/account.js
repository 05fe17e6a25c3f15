// The person's own account (password, tokens and access keys for programs, log out), and everybody else's.

import { post, remove, request, user } from "../api.js";
import { AccessKeys } from "../components/account/access_keys.js";
import { LanguageChoice } from "../components/account/language_choice.js";
import { People } from "../components/account/people.js";
import { CopyText } from "../components/shared/copy_text.js";
import { TextField } from "../components/shared/fields.js";
import { html, useState } from "../preact.js";
import { showDateTime } from "../pure/format.js";
import { useAnswer } from "../state/answer.js";
import { attempt, notify } from "../state/notices.js";
import { shortcutsShown } from "../state/shortcuts.js";
import { richText } from "../texts/rich_text.js";
import { text } from "../texts/texts.js";

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
      notify(text("password-changed"));
    });
  };
  return html`
    <section class="card"><h2>${text("password")}</h2>
      <form onSubmit=${change}>
        <${TextField} label=${text("password-current")} type="password" autocomplete="current-password" required value=${current} onChange=${setCurrent} />
        <${TextField} label=${text("password-new")} type="password" autocomplete="new-password" minlength="10" required
          value=${next} onChange=${setNext} />
        <button type="submit">${text("password-change")}</button>
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
      notify(text("token-revoked", { title: token.title }));
    });
  return html`
    <section class="card"><h2>${text("tokens")}</h2>
      <p class="quiet small">${richText("tokens-words", {})}</p>
      <p><a class="button" href="/docs">${text("tokens-docs")}</a></p>
      ${
        issued &&
        html`
        <div class="message warning" data-testid="issued-token"><h3>${text("token-issued")}</h3>
          <${CopyText} label=${text("token")} text=${issued.secret} /></div>`
      }
      <ul class="rows">${answer?.tokens.map(
        (token) => html`
        <li key=${token.token_id}><div><b>${token.title}</b><p class="quiet small">${text("token-issued-at", { at: showDateTime(token.created_at) })}</p></div>
          <button onClick=${() => revoke(token)}>${text("token-revoke")}</button></li>`,
      )}</ul>
      <form class="inline-form" onSubmit=${issue}>
        <${TextField} label=${text("token-new-name")} value=${title} onChange=${setTitle} required maxlength="64" placeholder=${text("token-new-example")} />
        <button type="submit">${text("token-create")}</button>
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
      <header class="sheet-head"><h1 dir="auto">${user || text("page-account")}</h1>
        <div class="button-row"><a class="button" href="/settings" data-page>${text("page-settings")}</a>
          <button onClick=${logOut}>${text("log-out")}</button></div></header>
      <${LanguageChoice} />
      <${Password} />
      <${People} />
      <${Tokens} />
      <${AccessKeys} />
      <section class="card"><h2>${text("keyboard")}</h2>
        <p class="quiet small">${richText("keyboard-words", {})}</p>
        <button onClick=${() => shortcutsShown.set(true)}>${text("keyboard-shortcuts")}</button></section>
    </main>`;
}
