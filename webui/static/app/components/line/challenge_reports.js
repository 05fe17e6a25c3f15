// Reports of challenges: which known parts were judged how, and who let production go on.
import { address } from "../../api.js";
import { html } from "../../preact.js";
import { expectation } from "../../pure/challenge.js";
import { showDateTime } from "../../pure/format.js";
import { useAnswer } from "../../state/answer.js";
import { useRefresh } from "../../state/refresh.js";
import { text } from "../../texts/texts.js";
import { usePartDetail } from "../shared/inspection_detail.js";
import { VerdictTag } from "../shared/verdict.js";

const LISTED = 20;

/** @param {{check: ChallengeCheck, onOpen: () => unknown}} props */
function Check({ check, onOpen }) {
  const { part, outcome, passed, trigger_id: id, author } = check;
  return html`
    <li><button class=${`challenge-check ${passed ? "right" : "wrong"}`} onClick=${onOpen}>
      <span><b>${part.name}</b><span class="small quiet">expected ${expectation(part)}</span></span>
      <span><${VerdictTag} outcome=${outcome} /><span class="small">${passed ? "as expected" : "wrong"}</span>
        <span class="small quiet">part ${id}, ${author}</span></span>
    </button></li>`;
}

/** @param {{report: ChallengeReport, onOpen: Setter<string>}} props */
function Report({ report, onOpen }) {
  const { recipe, cause, result, due_at: due, ended_at: ended, author, why, checks } = report;
  return html`
    <li class="challenge-report" data-testid="challenge-report">
      <p><b class=${`challenge-end ${result ?? "due"}`}>${text(`challenge-result-${result ?? "due"}`)}</b>${ended && ` ${showDateTime(ended)}`}${why && `, by ${author}: ${why}`}</p>
      <p class="small quiet">Recipe ${recipe.name} version ${recipe.version}, ${text(`challenge-cause-${cause}`).toLowerCase()} ${showDateTime(due)}</p>
      <ol class="challenge-checks">${checks.map((check) => html`<${Check} key=${check.inspection_id} check=${check} onOpen=${() => onOpen(check.inspection_id)} />`)}</ol>
      ${checks.length === 0 && html`<p class="small quiet">No part was checked.</p>`}
    </li>`;
}

/** Shown as soon as there is a report: most recipes ask for no challenge. */
export function ChallengeReports() {
  const { last, reload } = useAnswer(`challenges?limit=${LISTED}`);
  const { openPart, detail } = usePartDetail();
  useRefresh(reload);
  if (!last?.challenges.length) return null;
  return html`
    <section class="card" aria-label="Challenges">
      <div class="field-head"><h2>Challenges</h2>
        <a class="button" href=${address.challengesCsv()} download="challenges.csv">Export CSV</a></div>
      <ul>${last.challenges.map((report) => html`<${Report} key=${report.challenge_id} report=${report} onOpen=${openPart} />`)}</ul>
      ${detail}
    </section>`;
}
