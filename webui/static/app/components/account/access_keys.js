// Keys of programs that sign their requests, as those written for Amazon Lookout for Vision do.

import { post, remove } from "../../api.js";
import { html, useState } from "../../preact.js";
import { boto3Lines } from "../../pure/boto3_lines.js";
import { showDateTime } from "../../pure/format.js";
import { useAnswer } from "../../state/answer.js";
import { attempt, notify } from "../../state/notices.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";
import { Button } from "../shared/button.js";
import { CopyText } from "../shared/copy_text.js";
import { TextField, TickField } from "../shared/fields.js";

/** @type {AccessRight[]} */
const ALL = ["read", "detect", "host", "manage"];

/** @param {AccessRight} right */
const rightWords = (right) => text(`access-key-right-${right}`);

/** @param {AccessKey} key */
function describe({ rights, project, last_used_at }) {
  const words =
    rights.length === ALL.length
      ? [text("access-key-all-rights")]
      : ALL.filter((right) => rights.includes(right)).map(rightWords);
  const where = project
    ? text("access-key-one-project", { project })
    : text("access-key-all-projects");
  const used = last_used_at
    ? text("access-key-last-used", { at: showDateTime(last_used_at) })
    : text("access-key-never-used");
  return [...words, where, used].join("; ");
}

/**
 * The only view of a key's secret.
 * @param {{issued: IssuedAccessKey, onClose: () => unknown}} props
 */
function IssuedKey({ issued, onClose }) {
  const { key, secret } = issued;
  return html`
    <div class="message warning" data-testid="issued-key">
      <h3>${text("access-key-issued", { title: key.title })}</h3>
      <${CopyText} label=${text("access-key-id")} text=${key.key_id} />
      <${CopyText} label=${text("access-key-secret")} text=${secret} />
      <${CopyText} label=${text("access-key-code")} text=${boto3Lines(location.origin, key.key_id, secret)} />
      <p class="small">${richText("access-key-code-words", {})}
        ${location.protocol === "https:" && [" ", richText("access-key-certificate", {})]}</p>
      <button onClick=${onClose}>${text("access-key-copied")}</button>
    </div>`;
}

/** @param {{onIssued: Setter<IssuedAccessKey>}} props */
function NewKey({ onIssued }) {
  const [title, setTitle] = useState("");
  const [project, setProject] = useState("");
  const [rights, setRights] = useState(ALL);
  /** @param {AccessRight} right */
  const setRight = (right) => (/** @type {boolean} */ given) =>
    setRights(ALL.filter((word) => (word === right ? given : rights.includes(word))));
  /** @param {Event} event */
  const issue = (event) => {
    event.preventDefault();
    attempt(async () => {
      onIssued(await post("access-keys", { title, rights, project: project.trim() || null }));
      setTitle("");
      setProject("");
      setRights(ALL);
    });
  };
  return html`
    <form onSubmit=${issue}>
      <${TextField} label=${text("access-key-for")} value=${title} onChange=${setTitle} required maxlength="64" placeholder=${text("access-key-example")} />
      <fieldset class="group"><legend>${text("access-key-rights")}</legend>
        ${ALL.map((right) => html`<${TickField} key=${right} label=${rightWords(right)} value=${rights.includes(right)} onChange=${setRight(right)} />`)}
      </fieldset>
      <${TextField} label=${text("access-key-only-project")} value=${project} onChange=${setProject} maxlength="64" placeholder=${text("access-key-all-projects")} />
      <${Button} type="submit" whyNot=${!rights.length && text("access-key-choose-right")}>${text("access-key-create")}<//>
    </form>`;
}

export function AccessKeys() {
  const { answer, reload } = useAnswer("access-keys");
  const keys = answer?.keys ?? [];
  const [issued, setIssued] = useState(/** @type {IssuedAccessKey | null} */ (null));
  const [creating, setCreating] = useState(false);
  /** @param {IssuedAccessKey} key */
  const show = (key) => {
    setIssued(key);
    setCreating(false);
    reload();
  };
  /** @param {AccessKey} key */
  const revoke = (key) =>
    attempt(async () => {
      await remove(`access-keys/${key.key_id}`);
      if (issued?.key.key_id === key.key_id) setIssued(null);
      await reload();
      notify(text("access-key-revoked", { title: key.title }));
    });
  return html`
    <section class="card" aria-label=${text("access-keys")}><h2>${text("access-keys-title")}</h2>
      <p class="quiet small">${text("access-keys-words")}</p>
      ${issued && html`<${IssuedKey} issued=${issued} onClose=${() => setIssued(null)} />`}
      ${answer && keys.length === 0 && html`<p class="quiet">${text("access-keys-none")}</p>`}
      <ul class="rows">${keys.map(
        (key) => html`
        <li key=${key.key_id}><div><b>${key.title}</b> <span class="mono">${key.key_id}</span>
            <p class="quiet small">${describe(key)}</p></div>
          <button aria-label=${text("access-key-revoke", { title: key.title })} onClick=${() => revoke(key)}>${text("token-revoke")}</button></li>`,
      )}</ul>
      ${
        creating
          ? html`<${NewKey} onIssued=${show} />`
          : html`<div class="button-row"><button onClick=${() => setCreating(true)}>${text("access-key-new")}</button></div>`
      }
    </section>`;
}
