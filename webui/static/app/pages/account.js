// The person's own account: password, tokens for programs, log out.
import { html, useCallback, useEffect, useState } from "../preact.js";
import { get, post, remove, request, user } from "../api.js";
import { showDateTime } from "../format.js";
import { attempt, notify } from "../notices.js";
import { TextField } from "../components/fields.js";

function Password() {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const change = (event) => {
    event.preventDefault();
    attempt(async () => {
      await post("account/password", { current, new: next });
      setCurrent("");
      setNext("");
      notify("The password is changed. Other browsers are logged out.");
    });
  };
  return html`
    <section class="card"><h2>Password</h2>
      <form onSubmit=${change}>
        <${TextField} label="Present password" type="password" autocomplete="current-password" required value=${current} onChange=${setCurrent} />
        <${TextField} label="New password, at least 10 characters" type="password" autocomplete="new-password" minlength="10" required
          value=${next} onChange=${setNext} />
        <button type="submit">Change the password</button>
      </form>
    </section>`;
}

function Tokens() {
  const [tokens, setTokens] = useState([]);
  const [title, setTitle] = useState("");
  const [issued, setIssued] = useState(null);
  const load = useCallback(() => attempt(async () => setTokens((await get("account/tokens")).tokens)), []);
  useEffect(() => { load(); }, []);
  const issue = (event) => {
    event.preventDefault();
    attempt(async () => {
      setIssued(await post("account/tokens", { title }));
      setTitle("");
      await load();
    });
  };
  const revoke = (token) => attempt(async () => {
    await remove(`account/tokens/${token.token_id}`);
    await load();
    notify(`The token ${token.title} is revoked.`);
  });
  return html`
    <section class="card"><h2>Tokens for programs</h2>
      <p class="quiet small">A program sends one as <span class="mono">Authorization: Bearer …</span> to the HTTP API. It can do
        what you can do.</p>
      ${issued && html`
        <div class="message warning" data-testid="issued-token"><h3>Copy it now: it is shown only once</h3>
          <p class="mono hash">${issued.secret}</p></div>`}
      <ul class="rows">${tokens.map((token) => html`
        <li key=${token.token_id}><div><b>${token.title}</b><p class="quiet small">since ${showDateTime(token.created_at)}</p></div>
          <button onClick=${() => revoke(token)}>Revoke</button></li>`)}</ul>
      <form class="inline-form" onSubmit=${issue}>
        <${TextField} label="New token for" value=${title} onChange=${setTitle} required maxlength="64" placeholder="such as plc-gateway" />
        <button type="submit">Issue</button>
      </form>
    </section>`;
}

export function AccountPage() {
  const logOut = () => attempt(async () => {
    await request("POST", "/logout");
    location.assign("/login");
  });
  return html`
    <main class="sheet narrow">
      <header class="sheet-head"><h1>${user || "Account"}</h1>
        <button onClick=${logOut}>Log out</button></header>
      <${Password} />
      <${Tokens} />
    </main>`;
}
