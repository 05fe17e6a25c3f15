// The challenge that is due: known parts, one after the other, before production goes on.

import { post } from "../../api.js";
import { html, useState } from "../../preact.js";
import { CAUSES, checkedParts, expectation, nextPart } from "../../pure/challenge.js";
import { showTime } from "../../pure/format.js";
import { useAnswer } from "../../state/answer.js";
import { refreshStatus } from "../../state/events.js";
import { attempt, notify } from "../../state/notices.js";
import { useShortcut } from "../../state/shortcuts.js";
import { Button } from "../shared/button.js";
import { TriggerIcon } from "../shared/icons.js";
import { VerdictTag } from "../shared/verdict.js";
import { OverrideChallenge } from "./override_challenge.js";

/** @import { CheckedPart } from "../../pure/challenge.js" */

const WAIT_MS = 10_000;
/** As long as the station takes the next part on the line for the challenge part. */
const LINE_WAIT_MS = 30_000;

/**
 * The challenge that locks production with its parts and the one that is next; null without one.
 * @param {StationStatus | null} status
 * @param {unknown} occasion it is read again when this changes
 */
export function useChallenge(status, occasion) {
  const due = status?.conditions.find(({ code }) => code === "challenge_due");
  const { last, reload } = useAnswer(due ? "challenges?limit=1" : null, due?.since, occasion);
  const [chosen, setChosen] = useState(/** @type {string | null} */ (null));
  const report = last?.challenges[0];
  if (!due || !report || report.result) return null;
  const parts = checkedParts(report);
  return { report, parts, next: nextPart(parts, chosen), choose: setChosen, reload };
}

/** @typedef {NonNullable<ReturnType<typeof useChallenge>>} DueChallenge */

/** @param {{part: CheckedPart, isNext: boolean, onChoose: () => unknown}} props */
function Part({ part, isNext, onChoose }) {
  const { name, check } = part;
  const state = check ? (check.passed ? "right" : "wrong") : "";
  return html`
    <li><button class=${`challenge-part ${state}`} aria-pressed=${isNext} onClick=${onChoose} data-testid="challenge-part">
      <span><b>${name}</b><span class="small quiet">expected ${expectation(part)}</span></span>
      ${
        check
          ? html`<span><${VerdictTag} outcome=${check.outcome} />
              <span class="small">${check.passed ? "as expected" : "repeat it"}</span></span>`
          : html`<span class="small quiet">${isNext ? "next" : "not checked"}</span>`
      }
    </button></li>`;
}

/**
 * All parts of the challenge with what they got.
 * @param {{challenge: DueChallenge}} props
 */
export function ChallengeParts({ challenge }) {
  const { report, parts, next, choose } = challenge;
  return html`
    <section class="challenge" aria-label="Challenge">
      <div class="field-head"><h2>Challenge</h2>
        <p class="quiet small">${CAUSES[report.cause]}, ${showTime(report.due_at)}</p></div>
      <ol>
        ${parts.map((part) => html`<${Part} key=${part.name} part=${part} isNext=${part.name === next?.name} onChoose=${() => choose(part.name)} />`)}
      </ol>
      <${OverrideChallenge} />
    </section>`;
}

/**
 * The button that has the next part judged, beside its `children`.
 * @param {{
 *   challenge: DueChallenge,
 *   byLine: boolean,
 *   simulated: boolean | undefined,
 *   children: Children,
 * }} props
 */
export function ChallengeTrigger({ challenge, byLine, simulated, children }) {
  const [busy, setBusy] = useState(false);
  const { next, reload } = challenge;
  const check = async () => {
    if (busy || !next) return;
    setBusy(true);
    await attempt(async () => {
      const wait_ms = byLine ? LINE_WAIT_MS : WAIT_MS;
      const { inspection } = await post("challenges/check", { part: next.name, wait_ms });
      if (byLine && !inspection) notify("No part came. Press Check again.", { kind: "warning" });
      await reload();
      await refreshStatus();
    });
    setBusy(false);
  };
  useShortcut("Space", "Check the next known part", check);
  const waiting = busy && byLine ? "Now let the part pass the sensor." : null;
  const instruction = byLine
    ? html`Press Check, then let <b>${next?.name}</b> pass the sensor.`
    : html`Put <b>${next?.name}</b> under the camera and press Check.`;
  return html`
    <p class="challenge-instruction" role="status">${waiting ?? (next && instruction)}</p>
    <div class="foot-row">
      <${Button} class="primary giant" disabled=${busy} whyNot=${!next && "Every known part has been checked."} onClick=${check}><${TriggerIcon} size=${28} />Check<//>
      ${
        byLine &&
        simulated &&
        html`<button class="tall" onClick=${() => attempt(() => post("camera/simulate-line-edge"))}>Simulate an edge</button>`
      }
      ${children}
    </div>`;
}
