// Reports of challenges: which known parts were judged how, and who let production go on.
import { address } from "../../api.js";
import { html } from "../../preact.js";
import { showDateTime } from "../../pure/format.js";
import { useAnswer } from "../../state/answer.js";
import { useRefresh } from "../../state/refresh.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";
import { usePartDetail } from "../shared/inspection_detail.js";
import { VerdictTag } from "../shared/verdict.js";

/** @import { TextElements } from "../../texts/rich_text.js" */

const LISTED = 20;

/** @param {ChallengeReport["parts"][number]} part */
const expectation = ({ expected, failed_rule: rule }) =>
  rule
    ? text("line-challenge-expected-rule", { expected, rule })
    : text("line-challenge-expected", { expected });

/** @param {{check: ChallengeCheck, onOpen: () => unknown}} props */
function Check({ check, onOpen }) {
  const { part, outcome, passed, trigger_id: id, author } = check;
  return html`
    <li><button class=${`challenge-check ${passed ? "right" : "wrong"}`} onClick=${onOpen}>
      <span><b>${part.name}</b><span class="small quiet">${expectation(part)}</span></span>
      <span><${VerdictTag} outcome=${outcome} /><span class="small">${text(passed ? "line-challenge-right" : "line-challenge-wrong")}</span>
        <span class="small quiet">${text("line-challenge-part", { part: String(id), author })}</span></span>
    </button></li>`;
}

/** @param {{report: ChallengeReport}} props */
function End({ report: { result: end, ended_at: ended, author, why } }) {
  const result = text(`line-challenge-${end ?? "due"}`);
  const at = showDateTime(ended);
  /** @type {TextElements} */
  const elements = {
    result: (words) => html`<b class=${`challenge-end ${end ?? "due"}`}>${words}</b>`,
  };
  if (!ended) return elements.result(result);
  return why
    ? richText("line-challenge-end-why", { result, at, author: author ?? "", why }, elements)
    : richText("line-challenge-end", { result, at }, elements);
}

/** @param {{report: ChallengeReport, onOpen: Setter<string>}} props */
function Report({ report, onOpen }) {
  const { recipe, cause, due_at: due, checks } = report;
  const { name, version } = recipe;
  return html`
    <li class="challenge-report" data-testid="challenge-report">
      <p><${End} report=${report} /></p>
      <p class="small quiet">${text("line-challenge-cause", { recipe: name, version, cause, at: showDateTime(due) })}</p>
      <ol class="challenge-checks">${checks.map((check) => html`<${Check} key=${check.inspection_id} check=${check} onOpen=${() => onOpen(check.inspection_id)} />`)}</ol>
      ${checks.length === 0 && html`<p class="small quiet">${text("line-challenge-no-checks")}</p>`}
    </li>`;
}

/** Shown as soon as there is a report: most recipes ask for no challenge. */
export function ChallengeReports() {
  const { last, reload } = useAnswer(`challenges?limit=${LISTED}`);
  const { openPart, detail } = usePartDetail();
  useRefresh(reload);
  if (!last?.challenges.length) return null;
  return html`
    <section class="card" aria-label=${text("line-challenges")}>
      <div class="field-head"><h2>${text("line-challenges")}</h2>
        <a class="button" href=${address.challengesCsv()} download="challenges.csv">${text("line-challenges-csv")}</a></div>
      <ul>${last.challenges.map((report) => html`<${Report} key=${report.challenge_id} report=${report} onOpen=${openPart} />`)}</ul>
      ${detail}
    </section>`;
}
