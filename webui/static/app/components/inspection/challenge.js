// The challenge that is due: known parts, one after the other, before production goes on.

import { post } from "../../api.js";
import { html, useState } from "../../preact.js";
import { checkedParts, expectation, nextPart } from "../../pure/challenge.js";
import { showTime } from "../../pure/format.js";
import { useAnswer } from "../../state/answer.js";
import { refreshStatus } from "../../state/events.js";
import { attempt, notify } from "../../state/notices.js";
import { useShortcut } from "../../state/shortcuts.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";
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
      <span><b>${name}</b><span class="small quiet">${text("challenge-expected", { outcome: expectation(part) })}</span></span>
      ${
        check
          ? html`<span><${VerdictTag} outcome=${check.outcome} />
              <span class="small">${text(check.passed ? "challenge-as-expected" : "challenge-repeat")}</span></span>`
          : html`<span class="small quiet">${text(isNext ? "challenge-next" : "challenge-not-checked")}</span>`
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
    <section class="challenge" aria-label=${text("challenge")}>
      <div class="field-head"><h2>${text("challenge")}</h2>
        <p class="quiet small">${text("challenge-due", { cause: text(`challenge-cause-${report.cause}`), at: showTime(report.due_at) })}</p></div>
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
      if (byLine && !inspection) notify(text("challenge-no-part-came"), { kind: "warning" });
      await reload();
      await refreshStatus();
    });
    setBusy(false);
  };
  useShortcut("Space", text("challenge-shortcut"), check);
  const waiting = busy && byLine ? text("challenge-let-pass") : null;
  const key = byLine ? "challenge-instruction-line" : "challenge-instruction";
  return html`
    <p class="challenge-instruction" role="status">${waiting ?? (next && richText(key, { name: next.name }))}</p>
    <div class="foot-row">
      <${Button} class="primary giant" disabled=${busy} whyNot=${!next && text("challenge-all-checked")} onClick=${check}><${TriggerIcon} size=${28} />${text("challenge-check")}<//>
      ${
        byLine &&
        simulated &&
        html`<button class="tall" onClick=${() => attempt(() => post("camera/simulate-line-edge"))}>${text("trigger-simulate-edge")}</button>`
      }
      ${children}
    </div>`;
}
