// Models of other stations: import of a signed package, and whose packages are trusted.

import { get, post, remove, uploadPackage } from "../../api.js";
import { html, useEffect, useState } from "../../preact.js";
import { publicKeyIn } from "../../pure/public_key.js";
import { useNewest } from "../../state/newest.js";
import { attempt, messageOf, notify } from "../../state/notices.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";
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
      <h3>${text("model-import-unknown-key", { file: refusal.file.name })}</h3>
      <p>${richText("model-import-unknown-key-words", {})}</p>
      <pre class="copy-source">${refusal.key}</pre>
      <form class="inline-form" onSubmit=${trust}>
        <${TextField} label=${text("model-import-name")} value=${name} onChange=${setName} required maxlength="64" placeholder=${text("model-import-name-example")} />
        <button type="submit">${text("model-import-trust")}</button>
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
    <dialog ref=${dialog} class="why" aria-label=${text("model-import-keys")} onClose=${onClose}>
      <div class="why-body">
        <button class="icon plain close" aria-label=${text("close")} onClick=${() => dialog.current?.close()}><${CloseIcon} /></button>
        <h2>${text("model-import-keys")}</h2>
        <p class="quiet small">${text("model-import-keys-words")}</p>
        ${problem && html`<p class="message fault" role="alert">${problem}</p>`}
        ${
          keyring &&
          html`
          <${CopyText} label=${text("model-import-keys-own")} text=${keyring.own} />
          ${keyring.trusted.length === 0 && html`<p class="quiet">${text("model-import-keys-none")}</p>`}
          <ul class="rows">${keyring.trusted.map(
            (trusted) => html`
            <li key=${trusted.name}><div><b>${trusted.name}</b><p class="quiet mono hash">${trusted.key}</p></div>
              <button aria-label=${text("model-import-keys-remove", { name: trusted.name })} onClick=${() => change(() => remove(`model-keys/${trusted.name}`))}>${text("remove")}</button></li>`,
          )}</ul>`
        }
        <form class="stacked" onSubmit=${trust}>
          <${TextField} label=${text("model-import-name")} value=${name} onChange=${setName} required maxlength="64" placeholder=${text("model-import-name-example")} />
          <${TextField} label=${text("model-import-key")} value=${key} onChange=${setKey} required maxlength="200" placeholder="okng-ed25519 …" />
          <button type="submit">${text("model-import-keys-add")}</button>
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
      notify(text("model-import-trusted", { name }));
      await send(refusal.file);
    });
  const busy = disabled || sending !== "";
  return html`
    <section class="model-exchange" aria-label=${text("model-import")}>
      <h2>${text("model-import")}</h2>
      <div class="button-row">
        <label class=${`button ${busy ? "disabled" : ""}`}><input class="visually-hidden" type="file" accept=".okng-model" disabled=${busy}
          onChange=${takeFiles((files) => files[0] && send(files[0]))} />${text("model-import-start")}</label>
        <button onClick=${() => setShowsKeys(true)}>${text("model-import-keys")}</button>
      </div>
      <p class="quiet small" role="status">${
        disabled
          ? text("model-import-why-not")
          : sending
            ? text("model-import-sending", { file: sending })
            : text("model-import-words")
      }</p>
      ${refusal && html`<${RefusedPackage} key=${refusal.file.name} refusal=${refusal} onTrust=${trust} />`}
      ${showsKeys && html`<${TrustedStations} onClose=${() => setShowsKeys(false)} />`}
    </section>`;
}
