// Models of other stations: import of a signed package, and whose packages are trusted.

import { get, post, remove, uploadPackage } from "../../api.js";
import { html, useEffect, useState } from "../../preact.js";
import { publicKeyIn } from "../../pure/public_key.js";
import { useNewest } from "../../state/newest.js";
import { attempt, messageOf, notify } from "../../state/notices.js";
import { CopyText } from "../shared/copy_text.js";
import { takeFiles } from "../shared/field_events.js";
import { TextField } from "../shared/fields.js";
import { CloseIcon } from "../shared/icons.js";
import { useModal } from "../shared/modal.js";

/** @typedef {{file: File, message: string, key: string | null}} Refusal */

/**
 * Asks whose the key of a refused package is; trusted, the package is sent again.
 * @param {{refusal: Refusal, onTrust: (name: string) => unknown}} props
 */
function RefusedPackage({ refusal, onTrust }) {
  const [name, setName] = useState("");
  /** @param {Event} event */
  const trust = (event) => {
    event.preventDefault();
    onTrust(name.trim());
  };
  if (!refusal.key) return html`<p class="message fault" role="alert">${refusal.message}</p>`;
  return html`
    <div class="message warning" role="alert" data-testid="unknown-key">
      <h3>This station does not know who made ${refusal.file.name}</h3>
      <p>It was signed with the key below. Compare it with the key that the other station shows under
        <b> Trusted stations</b>. Trust it only if both are the same.</p>
      <pre class="copy-source">${refusal.key}</pre>
      <form class="inline-form" onSubmit=${trust}>
        <${TextField} label="Name of the other station" value=${name} onChange=${setName} required maxlength="64" placeholder="for example line-1" />
        <button type="submit">Trust and import</button>
      </form>
    </div>`;
}

/** @param {{onClose: () => unknown}} props */
function TrustedStations({ onClose }) {
  const dialog = useModal();
  const [keyring, setKeyring] = useState(/** @type {ModelKeyring | null} */ (null));
  const [name, setName] = useState("");
  const [key, setKey] = useState("");
  const [problem, setProblem] = useState("");
  const newest = useNewest();
  /** @param {() => Promise<unknown>} work */
  const change = async (work) => {
    setProblem("");
    try {
      await work();
      await newest.take(() => get("model-keys"), setKeyring);
    } catch (error) {
      // A notice would be behind the dialog.
      setProblem(messageOf(error));
    }
  };
  useEffect(() => {
    change(async () => {});
  }, []);
  /** @param {Event} event */
  const trust = (event) => {
    event.preventDefault();
    change(async () => {
      await post("model-keys", { name: name.trim(), key: key.trim() });
      setName("");
      setKey("");
    });
  };
  return html`
    <dialog ref=${dialog} class="why" aria-label="Trusted stations" onClose=${onClose}>
      <div class="why-body">
        <button class="icon plain close" aria-label="Close" onClick=${() => dialog.current?.close()}><${CloseIcon} /></button>
        <h2>Trusted stations</h2>
        <p class="quiet small">This station imports models only if they were signed by itself or by a station in this list.</p>
        ${problem && html`<p class="message fault" role="alert">${problem}</p>`}
        ${
          keyring &&
          html`
          <${CopyText} label="Public key of this station" text=${keyring.own} />
          ${keyring.trusted.length === 0 && html`<p class="quiet">No other station is trusted yet.</p>`}
          <ul class="rows">${keyring.trusted.map(
            (trusted) => html`
            <li key=${trusted.name}><div><b>${trusted.name}</b><p class="quiet mono hash">${trusted.key}</p></div>
              <button aria-label=${`Remove ${trusted.name}`} onClick=${() => change(() => remove(`model-keys/${trusted.name}`))}>Remove</button></li>`,
          )}</ul>`
        }
        <form class="stacked" onSubmit=${trust}>
          <${TextField} label="Name of the other station" value=${name} onChange=${setName} required maxlength="64" placeholder="for example line-1" />
          <${TextField} label="Its public key" value=${key} onChange=${setKey} required maxlength="200" placeholder="okng-ed25519 …" />
          <button type="submit">Trust this station</button>
        </form>
      </div>
    </dialog>`;
}

/**
 * @param {{disabled: boolean, onStart: Setter<Job>}} props
 */
export function ModelExchange({ disabled, onStart }) {
  const [sending, setSending] = useState("");
  const [refusal, setRefusal] = useState(/** @type {Refusal | null} */ (null));
  const [showsKeys, setShowsKeys] = useState(false);
  /** @param {File} file */
  const send = async (file) => {
    setRefusal(null);
    setSending(file.name);
    try {
      onStart(await uploadPackage(file));
    } catch (error) {
      const message = messageOf(error);
      setRefusal({ file, message, key: publicKeyIn(message) });
    }
    setSending("");
  };
  /** @param {string} name */
  const trust = (name) =>
    attempt(async () => {
      if (!refusal?.key) return;
      await post("model-keys", { name, key: refusal.key });
      notify(`Models of ${name} are trusted from now on.`);
      await send(refusal.file);
    });
  const busy = disabled || sending !== "";
  return html`
    <section class="model-exchange" aria-label="Models from other stations">
      <h2>Models from other stations</h2>
      <div class="button-row">
        <label class=${`button ${busy ? "disabled" : ""}`}><input class="visually-hidden" type="file" accept=".okng-model" disabled=${busy}
          onChange=${takeFiles((files) => files[0] && send(files[0]))} />Import from another station</label>
        <button onClick=${() => setShowsKeys(true)}>Trusted stations</button>
      </div>
      <p class="quiet small" role="status">${
        disabled
          ? "A job is in progress. Wait until it has finished to import a model."
          : sending
            ? `Sending ${sending}…`
            : "Choose a file that ends in .okng-model. The model is checked here before it appears among the versions."
      }</p>
      ${refusal && html`<${RefusedPackage} key=${refusal.file.name} refusal=${refusal} onTrust=${trust} />`}
      ${showsKeys && html`<${TrustedStations} onClose=${() => setShowsKeys(false)} />`}
    </section>`;
}
