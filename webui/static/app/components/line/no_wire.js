import { html } from "../../preact.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";
import { CopyText } from "../shared/copy_text.js";

const EXAMPLE = `[[wires]]
type = "modbus"
host = "192.168.10.20"              # the station's address in the machine network
port = 502
allowed_clients = ["192.168.10.5"]  # the PLC`;

/** How a station gets its first wire. */
export function NoWire() {
  return html`
    <section class="card" aria-label=${text("line-wires")}><h2>${text("line-no-wire")}</h2>
      <p>${richText("line-no-wire-words", {})}</p>
      <${CopyText} label=${text("line-wire-settings")} text=${EXAMPLE} />
    </section>`;
}
