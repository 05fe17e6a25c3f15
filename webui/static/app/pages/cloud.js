// What the station exchanges with the cloud: files for a bucket, other stations, AWS.

import { AwsConnection } from "../components/cloud/aws_connection.js";
import { FleetTable } from "../components/cloud/fleet.js";
import { Sync, useSync } from "../components/cloud/sync.js";
import { html } from "../preact.js";
import { text } from "../texts/texts.js";

export function CloudPage() {
  const overview = useSync();
  return html`
    <main class="sheet cloud">
      <header class="sheet-head"><h1>${text("page-cloud")}</h1></header>
      ${overview && html`<${Sync} overview=${overview} />`}
      ${overview?.target && html`<${FleetTable} />`}
      <${AwsConnection} />
    </main>`;
}
