// The connection to AWS in the two steps that users of the Basler kit know.

import { address, post, put, remove } from "../../api.js";
import { html, useState } from "../../preact.js";
import { showDateTime } from "../../pure/format.js";
import { useAnswer } from "../../state/answer.js";
import { attempt, messageOf, notify } from "../../state/notices.js";
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
      <li><h3>1. Create AWS Resources</h3>
        <p>Download the template. In the AWS console open <b>CloudFormation</b>, choose <b>Create stack</b>, upload the template, and give
          the station a name. It creates a bucket and a certificate for this station only.</p>
        <div class="button-row"><a class="button" href=${address.awsTemplate()} download>Create AWS Resources</a></div></li>
      <li><h3>2. Connect to AWS</h3>
        <p>When the stack is complete, open its <b>Outputs</b> and copy the value of <code>DeviceCertUrl</code>.
          It is valid for one hour. Keep it secret, like a password.</p>
        <form class="stacked" onSubmit=${connect}>
          <${TextField} label="DeviceCertUrl" value=${url} onChange=${setUrl} required maxlength="8192" placeholder="https://…" autocomplete="off" spellcheck=${false} />
          ${problem && html`<p class="message fault" role="alert">${problem}</p>`}
          <button class="strong" type="submit" disabled=${busy}>${busy ? "Connecting…" : "Connect to AWS"}</button>
        </form></li>
    </ol>`;
}

/**
 * @param {{connection: NonNullable<AwsState["connection"]>, onDisconnected: () => unknown}} props
 */
function Connected({ connection, onDisconnected }) {
  const [checked, setChecked] = useState(
    /** @type {{fault: boolean, text: string} | null} */ (null),
  );
  const [busy, setBusy] = useState(false);
  const [sure, setSure] = useState(false);
  const check = async () => {
    setBusy(true);
    try {
      const { valid_until } = await post("aws/connection/check");
      setChecked({
        fault: false,
        text: `AWS answers. Its credentials are valid until ${showDateTime(valid_until)}.`,
      });
    } catch (error) {
      setChecked({ fault: true, text: messageOf(error) });
    }
    setBusy(false);
  };
  const disconnect = () =>
    attempt(async () => {
      await remove("aws/connection");
      notify("Disconnected from AWS. Delete the stack in CloudFormation to remove the rest.");
      onDisconnected();
    });
  return html`
    <dl class="facts">
      <dt>State</dt><dd><b>Connected to AWS</b> since ${showDateTime(connection.connected_at)}</dd>
      <dt>Station in AWS</dt><dd class="hash">${connection.thing}</dd>
      <dt>Bucket</dt><dd class="hash">${connection.bucket}</dd>
      <dt>Region</dt><dd>${connection.region}</dd>
    </dl>
    ${checked && html`<p class=${`message ${checked.fault ? "fault" : ""}`} role="status">${checked.text}</p>`}
    ${sure && html`<p class="message warning">The station's certificate and key will be removed from this station. What lies in the bucket stays.</p>`}
    <div class="button-row">
      ${
        sure
          ? html`<button onClick=${disconnect}>Yes, disconnect</button><button onClick=${() => setSure(false)}>Cancel</button>`
          : html`
          <button disabled=${busy} onClick=${check}>${busy ? "Asking AWS…" : "Check the connection"}</button>
          <button onClick=${() => setSure(true)}>Disconnect</button>`
      }
    </div>`;
}

export function AwsConnection() {
  const { answer: state, reload } = useAnswer("aws/connection");
  if (!state) return null;
  return html`
    <section class="card" aria-label="AWS connection"><h2>AWS connection</h2>
      <p class="quiet small">AWS is used for storage only. Models are trained and pictures are judged on this station.</p>
      ${state.problem && html`<p class="message fault">${state.problem}</p>`}
      ${
        state.connection
          ? html`<${Connected} connection=${state.connection} onDisconnected=${reload} />`
          : html`<p>This station is not connected to AWS.</p><${Steps} onConnected=${reload} />`
      }
    </section>`;
}
