// The line: the wires to PLCs with their signals, the receivers of results, and the newest triggers.

import { ChallengeReports } from "../components/line/challenge_reports.js";
import { NoWire } from "../components/line/no_wire.js";
import { Receivers } from "../components/line/receivers.js";
import { RecentTriggers } from "../components/line/recent_triggers.js";
import { WireCard } from "../components/line/wire_card.js";
import { html } from "../preact.js";
import { usePolledAnswer } from "../state/answer.js";
import { text } from "../texts/texts.js";

const PERIOD_MS = 400;

export function LinePage() {
  const wires = usePolledAnswer("wires", PERIOD_MS)?.wires;
  return html`
    <main class="sheet line">
      <header class="sheet-head"><h1>${text("page-line")}</h1></header>
      ${wires?.length === 0 && html`<${NoWire} />`}
      ${wires?.map((wire) => html`<${WireCard} key=${wire.status.name} wire=${wire} />`)}
      <${Receivers} />
      <${ChallengeReports} />
      <${RecentTriggers} />
    </main>`;
}
