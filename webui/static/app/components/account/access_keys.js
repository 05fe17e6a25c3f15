// Keys of programs that sign their requests, as those written for Amazon Lookout for Vision do.

import { post, remove } from "../../api.js";
import { html, useState } from "../../preact.js";
import { boto3Lines } from "../../pure/boto3_lines.js";
import { showDateTime } from "../../pure/format.js";
import { useAnswer } from "../../state/answer.js";
import { attempt, notify } from "../../state/notices.js";
import { Button } from "../shared/button.js";
import { CopyText } from "../shared/copy_text.js";
import { TextField, TickField } from "../shared/fields.js";

/** @type {[AccessRight, string][]} */
const RIGHTS = [
  ["read", "List and describe"],
  ["detect", "Judge pictures (DetectAnomalies)"],
  ["host", "Start and stop models"],
  ["manage", "Create, train, export and delete"],
];
const ALL = RIGHTS.map(([right]) => right);

/** @param {AccessKey} key */
function describe({ rights, project, last_used_at }) {
  const words =
    rights.length === ALL.length
      ? "All rights"
      : RIGHTS.filter(([right]) => rights.includes(right))
          .map(([, text]) => text)
          .join("; ");
  const where = project ? `only project ${project}` : "all projects";
  return `${words}; ${where}; ${last_used_at ? `last used ${showDateTime(last_used_at)}` : "never used"}`;
}

/**
 * The only view of a key's secret.
 * @param {{issued: IssuedAccessKey, onClose: () => unknown}} props
 */
function IssuedKey({ issued, onClose }) {
  const { key, secret } = issued;
  return html`
    <div class="message warning" data-testid="issued-key">
      <h3>Copy the secret of ${key.title} now. It will not be shown again</h3>
      <${CopyText} label="Access key ID" text=${key.key_id} />
      <${CopyText} label="Secret access key" text=${secret} />
      <${CopyText} label="Python code for boto3" text=${boto3Lines(location.origin, key.key_id, secret)} />
      <p class="small">Only <code>endpoint_url</code> differs from code that was written for AWS. Any region will do. Install
        ${" "}<code>boto3==1.40.60</code> and <code>botocore==1.40.60</code>: later versions no longer have this client.
        ${location.protocol === "https:" && html` If the station's certificate is its own, add <code>verify="station.pem"</code> with a copy of it.`}</p>
      <button onClick=${onClose}>I have copied it</button>
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
      <${TextField} label="What the key is for" value=${title} onChange=${setTitle} required maxlength="64" placeholder="for example line 3" />
      <fieldset class="group"><legend>Rights</legend>
        ${RIGHTS.map(([right, text]) => html`<${TickField} key=${right} label=${text} value=${rights.includes(right)} onChange=${setRight(right)} />`)}
      </fieldset>
      <${TextField} label="Only for one project (optional)" value=${project} onChange=${setProject} maxlength="64" placeholder="all projects" />
      <${Button} type="submit" whyNot=${!rights.length && "Choose at least one right."}>Create access key<//>
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
      notify(`Access key ${key.title} revoked. Programs that use it are refused from now on.`);
    });
  return html`
    <section class="card" aria-label="Access keys"><h2>Access keys for the Lookout for Vision API</h2>
      <p class="quiet small">Programs that were written for Amazon Lookout for Vision sign their requests with an access key of this
        station. A key gives no access to these pages.</p>
      ${issued && html`<${IssuedKey} issued=${issued} onClose=${() => setIssued(null)} />`}
      ${answer && keys.length === 0 && html`<p class="quiet">No access keys yet.</p>`}
      <ul class="rows">${keys.map(
        (key) => html`
        <li key=${key.key_id}><div><b>${key.title}</b> <span class="mono">${key.key_id}</span>
            <p class="quiet small">${describe(key)}</p></div>
          <button aria-label=${`Revoke ${key.title}`} onClick=${() => revoke(key)}>Revoke</button></li>`,
      )}</ul>
      ${
        creating
          ? html`<${NewKey} onIssued=${show} />`
          : html`<div class="button-row"><button onClick=${() => setCreating(true)}>New access key</button></div>`
      }
    </section>`;
}
