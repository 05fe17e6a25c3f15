import { html } from "../../preact.js";
import { CopyText } from "../shared/copy_text.js";

const EXAMPLE = `[[wires]]
type = "modbus"
host = "192.168.10.20"              # the station's address in the machine network
port = 502
allowed_clients = ["192.168.10.5"]  # the PLC`;

/** How a station gets its first wire. */
export function NoWire() {
  return html`
    <section class="card" aria-label="Wires to PLCs"><h2>No PLC is configured</h2>
      <p>A PLC can trigger parts, read their results and change the recipe over a wire. Add a table to the station's settings file
        ${" "}<code>okng.toml</code> and restart okng. The documentation describes the handshake in <code>docs/plc.md</code>, and
        ${" "}the registers of Modbus TCP in <code>docs/plc-modbus.md</code>.</p>
      <${CopyText} label="Settings of a wire" text=${EXAMPLE} />
    </section>`;
}
