// Everybody who may log in: add a person, remove one, give one a new password.

import { post, remove, user } from "../../api.js";
import { html, useState } from "../../preact.js";
import { showDateTime } from "../../pure/format.js";
import { nameProblem, normalizedName } from "../../pure/names.js";
import { useAnswer } from "../../state/answer.js";
import { attempt, notify } from "../../state/notices.js";
import { text } from "../../texts/texts.js";
import { Button } from "../shared/button.js";
import { CopyText } from "../shared/copy_text.js";
import { useModal } from "../shared/modal.js";
import { NameField } from "../shared/name_field.js";

/**
 * Asks before somebody loses a login. `onDone` does it, and the dialog closes unless that fails.
 * @param {{title: string, words: string, action: string, onDone: () => unknown, onClose: () => unknown}} props
 */
function Question({ title, words, action, onDone, onClose }) {
  const dialog = useModal();
  const [busy, setBusy] = useState(false);
  const done = async () => {
    setBusy(true);
    const succeeded = await attempt(async () => {
      await onDone();
      return true;
    });
    setBusy(false);
    if (succeeded) dialog.current?.close();
  };
  return html`
    <dialog ref=${dialog} class="why" aria-label=${title} data-testid="account-question" onClose=${onClose}>
      <div class="why-body">
        <h2>${title}</h2>
        <p>${words}</p>
        <div class="button-row">
          <button class="strong" onClick=${() => dialog.current?.close()}>${text("cancel")}</button>
          <button disabled=${busy} onClick=${done}>${action}</button>
        </div>
      </div>
    </dialog>`;
}

/**
 * The only view of a password that the station generated.
 * @param {{issued: IssuedPassword, onClose: () => unknown}} props
 */
function Issued({ issued: { name, password }, onClose }) {
  return html`
    <div class="message warning" data-testid="issued-password">
      <h3>${text("people-issued", { name })}</h3>
      <${CopyText} label=${text("password")} text=${password ?? ""} />
      <p class="small">${text("people-issued-words")}</p>
      <button onClick=${onClose}>${text("access-key-copied")}</button>
    </div>`;
}

/** @param {{onIssued: Setter<IssuedPassword>, onClose: () => unknown}} props */
function NewPerson({ onIssued, onClose }) {
  const [name, setName] = useState("");
  const [busy, setBusy] = useState(false);
  /** @param {Event} event */
  const add = async (event) => {
    event.preventDefault();
    setBusy(true);
    await attempt(async () => onIssued(await post("accounts", { name: normalizedName(name) })));
    setBusy(false);
  };
  return html`
    <form onSubmit=${add}>
      <${NameField} label=${text("people-name")} value=${name} onChange=${setName} placeholder=${text("people-name-example")} />
      <div class="button-row">
        <${Button} type="submit" class="primary" disabled=${busy || Boolean(nameProblem(name))} whyNot=${!name.trim() && text("people-name-first")}>${text("people-add")}<//>
        <button type="button" onClick=${onClose}>${text("cancel")}</button>
      </div>
    </form>`;
}

/**
 * One person with what can be done, which for oneself stands elsewhere on the page.
 * @param {{account: ListedAccount, onRemove: () => unknown, onNewPassword: () => unknown}} props
 */
function Person({ account: { name, created_at }, onRemove, onNewPassword }) {
  const since = text("people-since", { at: showDateTime(created_at) });
  if (name === user) {
    return html`
      <li><div><b dir="auto">${name}</b><p class="quiet small">${since}</p>
        <p class="quiet small">${text("people-you")}</p></div></li>`;
  }
  return html`
    <li><div><b dir="auto">${name}</b><p class="quiet small">${since}</p></div>
      <div class="button-row">
        <button aria-label=${text("people-new-password-of", { name })} onClick=${onNewPassword}>${text("people-new-password")}</button>
        <button aria-label=${text("people-remove-title", { name })} onClick=${onRemove}>${text("remove")}</button>
      </div></li>`;
}

export function People() {
  const { answer, reload } = useAnswer("accounts");
  const [issued, setIssued] = useState(/** @type {IssuedPassword | null} */ (null));
  const [adding, setAdding] = useState(false);
  const [asked, setAsked] = useState(
    /** @type {{name: string, what: "remove" | "password"} | null} */ (null),
  );
  /** @param {IssuedPassword} password */
  const show = (password) => {
    setIssued(password);
    setAdding(false);
    reload();
  };
  /** @param {string} name */
  const removePerson = async (name) => {
    await remove(`accounts/${encodeURIComponent(name)}`);
    if (issued?.name === name) setIssued(null);
    notify(text("people-removed", { name }));
    await reload();
  };
  /** @param {string} name */
  const replacePassword = async (name) =>
    show(await post(`accounts/${encodeURIComponent(name)}/password`, {}));
  return html`
    <section class="card" aria-label=${text("people")}><h2>${text("people")}</h2>
      <p class="quiet small">${text("people-words")}</p>
      ${issued && html`<${Issued} issued=${issued} onClose=${() => setIssued(null)} />`}
      <ul class="rows">${answer?.accounts.map(
        (account) => html`
        <${Person} key=${account.name} account=${account}
          onRemove=${() => setAsked({ name: account.name, what: "remove" })}
          onNewPassword=${() => setAsked({ name: account.name, what: "password" })} />`,
      )}</ul>
      ${
        adding
          ? html`<${NewPerson} onIssued=${show} onClose=${() => setAdding(false)} />`
          : html`<div class="button-row"><button onClick=${() => setAdding(true)}>${text("people-add")}</button></div>`
      }
      ${
        asked?.what === "remove" &&
        html`
        <${Question} title=${text("people-remove-title", { name: asked.name })} words=${text("people-remove-words")}
          action=${text("remove")} onDone=${() => removePerson(asked.name)} onClose=${() => setAsked(null)} />`
      }
      ${
        asked?.what === "password" &&
        html`
        <${Question} title=${text("people-new-password-of", { name: asked.name })} words=${text("people-new-password-words")}
          action=${text("people-new-password")} onDone=${() => replacePassword(asked.name)} onClose=${() => setAsked(null)} />`
      }
    </section>`;
}
