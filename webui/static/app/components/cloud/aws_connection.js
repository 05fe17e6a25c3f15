// The connection to AWS in the two steps that users of the Basler kit know.

import { address, post, put, remove } from "../../api.js";
import { html, useState } from "../../preact.js";
import { showDateTime } from "../../pure/format.js";
import { useAnswer } from "../../state/answer.js";
import { attempt, messageOf, notify } from "../../state/notices.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";
import { TextField } from "../shared/fields.js";

/** @param {{onConnected: () => unknown}} props */
function Steps({ onConnected }) {
  const [url, setUrl] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  /** @param {Event} event */
  const connect = async (event) => {
    event.preventDefault();
    setBusy(true);
    setProblem("");
    try {
      await put("aws/connection", { device_cert_url: url.trim() });
      await onConnected();
    } catch (error) {
      setProblem(messageOf(error));
    }
    setBusy(false);
  };
  return html`
    <ol class="cloud-steps">
      <li><h3>${text("cloud-create-step")}</h3>
        <p>${richText("cloud-create-words", {})}</p>
        <div class="button-row"><a class="button" href=${address.awsTemplate()} download>${text("cloud-create")}</a></div></li>
      <li><h3>${text("cloud-connect-step")}</h3>
        <p>${richText("cloud-connect-words", {})}</p>
        <form class="stacked" onSubmit=${connect}>
          <${TextField} label="DeviceCertUrl" value=${url} onChange=${setUrl} required maxlength="8192" placeholder="https://…" autocomplete="off" spellcheck=${false} />
          ${problem && html`<p class="message fault" role="alert">${problem}</p>`}
          <button class="strong" type="submit" disabled=${busy}>${text(busy ? "cloud-connecting" : "cloud-connect")}</button>
        </form></li>
    </ol>`;
}

/**
 * @param {{connection: NonNullable<AwsState["connection"]>, onDisconnected: () => unknown}} props
 */
function Connected({ connection, onDisconnected }) {
  const [checked, setChecked] = useState(
    /** @type {{fault: boolean, words: string} | null} */ (null),
  );
  const [busy, setBusy] = useState(false);
  const [sure, setSure] = useState(false);
  const check = async () => {
    setBusy(true);
    try {
      const { valid_until } = await post("aws/connection/check");
      setChecked({
        fault: false,
        words: text("cloud-checked", { at: showDateTime(valid_until) }),
      });
    } catch (error) {
      setChecked({ fault: true, words: messageOf(error) });
    }
    setBusy(false);
  };
  const disconnect = () =>
    attempt(async () => {
      await remove("aws/connection");
      notify(text("cloud-disconnected"));
      onDisconnected();
    });
  return html`
    <dl class="facts">
      <dt>${text("cloud-state")}</dt><dd>${richText("cloud-connected", { at: showDateTime(connection.connected_at) })}</dd>
      <dt>${text("cloud-station")}</dt><dd class="hash">${connection.thing}</dd>
      <dt>${text("cloud-bucket")}</dt><dd class="hash">${connection.bucket}</dd>
      <dt>${text("cloud-region")}</dt><dd>${connection.region}</dd>
    </dl>
    ${checked && html`<p class=${`message ${checked.fault ? "fault" : ""}`} role="status">${checked.words}</p>`}
    ${sure && html`<p class="message warning">${text("cloud-disconnect-words")}</p>`}
    <div class="button-row">
      ${
        sure
          ? html`<button onClick=${disconnect}>${text("cloud-disconnect-yes")}</button><button onClick=${() => setSure(false)}>${text("cancel")}</button>`
          : html`
          <button disabled=${busy} onClick=${check}>${text(busy ? "cloud-checking" : "cloud-check")}</button>
          <button onClick=${() => setSure(true)}>${text("cloud-disconnect")}</button>`
      }
    </div>`;
}

export function AwsConnection() {
  const { answer: state, reload } = useAnswer("aws/connection");
  if (!state) return null;
  return html`
    <section class="card" aria-label=${text("cloud-aws")}><h2>${text("cloud-aws")}</h2>
      <p class="quiet small">${text("cloud-aws-words")}</p>
      ${state.problem && html`<p class="message fault">${state.problem}</p>`}
      ${
        state.connection
          ? html`<${Connected} connection=${state.connection} onDisconnected=${reload} />`
          : html`<p>${text("cloud-not-connected")}</p><${Steps} onConnected=${reload} />`
      }
    </section>`;
}
