import { html } from "../../preact.js";
import { linePoints, rejectsOf } from "../../pure/archive.js";
import { showCount, showDay, showFixed } from "../../pure/format.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";
import { ArchiveHeadline } from "./archive_headline.js";

const WIDTH = 720;
const HEIGHT = 150;
const HEAD = 22;
const FOOT = 24;
const LABEL_WIDTH = 72;

/** @param {{counts: ArchiveSummary["counts"], version: number}} props */
function Counts({ counts, version }) {
  return html`
    <table class="confusion" data-testid="archive-counts">
      <caption class="visually-hidden">${text("archive-counts")}</caption>
      <thead><tr><td></td>${(/** @type {Verdict[]} */ (["OK", "NG"])).map((verdict) => html`<th key=${verdict} scope="col">${text("archive-would-be", { version: String(version), verdict })}</th>`)}</tr></thead>
      <tbody>
        <tr><th scope="row">${text("archive-was", { verdict: "OK" })}</th><td>${showCount(counts.ok_ok)}</td><td>${showCount(counts.ok_ng)}</td></tr>
        <tr><th scope="row">${text("archive-was", { verdict: "NG" })}</th><td>${showCount(counts.ng_ok)}</td><td>${showCount(counts.ng_ng)}</td></tr>
      </tbody>
    </table>`;
}

/** @param {{reviewed: ArchiveSummary["reviewed"]}} props */
function Reviewed({ reviewed }) {
  if (reviewed.reviewed === 0)
    return html`<p class="small quiet">${text("archive-nobody-reviewed")}</p>`;
  return html`
    <ul class="plain-list" data-testid="archive-reviewed">
      <li>${richText("archive-reviewed", { count: reviewed.reviewed, before: reviewed.right_before, after: reviewed.right_after })}</li>
      <li>${richText("archive-escapes", { found: reviewed.escapes_found, added: reviewed.escapes_new })}</li>
      <li>${richText("archive-false-rejects", { gone: reviewed.false_rejects_gone, added: reviewed.false_rejects_new })}</li>
    </ul>`;
}

/** Noon of a local day such as "2026-11-30". @param {string} day */
const noonOf = (day) => new Date(`${day}T12:00`);

/**
 * Rejects of 1,000 parts by day: the line's as a dashed line, the version's as a solid one.
 * @param {{days: ArchiveSummary["days"]}} props
 */
function Days({ days }) {
  if (days.length < 2) return null;
  const rejects = days.map((day) => rejectsOf(day) ?? { parts: 0, before: 0, after: 0 });
  const highest = Math.max(...rejects.flatMap(({ before, after }) => [before, after]), 1);
  const height = HEIGHT - HEAD - FOOT;
  const step = WIDTH / days.length;
  const every = Math.ceil(LABEL_WIDTH / step);
  /** @param {"before" | "after"} which */
  const points = (which) =>
    linePoints(
      rejects.map((day) => day[which]),
      highest,
      WIDTH,
      height,
    ).map(([x, y]) => /** @type {[number, number]} */ ([x, y + HEAD]));
  return html`
    <figure class="archive-days">
      <figcaption class="small quiet">${text("archive-chart")}</figcaption>
      <svg viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label=${text("archive-chart")} data-testid="archive-days">
        <path class="axis" d=${`M0 ${HEIGHT - FOOT}H${WIDTH}`} />
        <path class="grid" d=${`M0 ${HEAD}H${WIDTH}`} />
        <text class="tick" x="2" y=${HEAD - 6}>${showFixed(highest, 1)}</text>
        ${(/** @type {const} */ (["before", "after"])).map(
          (which) => html`
          <polyline key=${which} class=${which} points=${points(which)
            .map((point) => point.join(","))
            .join(" ")} />
          ${points(which).map(([x, y], index) => html`<circle key=${index} class=${which} cx=${x} cy=${y} r="3" />`)}`,
        )}
        ${days.map(
          ({ day }, index) => html`
          <g key=${day}><title>${text("archive-chart-day", {
            day: showDay(noonOf(day)),
            before: showFixed(rejects[index].before, 1),
            after: showFixed(rejects[index].after, 1),
            count: rejects[index].parts,
          })}</title>
            <rect class="hit" x=${index * step} width=${step} height=${HEIGHT} />
            ${index % every === 0 && html`<text class="tick" x=${Math.max((index + 0.5) * step, 28)} y=${HEIGHT - 6} text-anchor="middle">${showDay(noonOf(day))}</text>`}
          </g>`,
        )}
      </svg>
      <p class="legend small"><span><i class="line-key before" />${text("archive-chart-before")}</span><span><i class="line-key after" />${text("archive-chart-after")}</span></p>
    </figure>`;
}

/**
 * How the verdicts compare: counted, beside what persons found, and by day.
 * @param {{inspection: ArchiveInspection, summary: ArchiveSummary}} props
 */
export function ArchiveFigures({ inspection, summary }) {
  return html`
    <${ArchiveHeadline} inspection=${inspection} summary=${summary} />
    ${
      summary.rejects &&
      html`
      <div class="archive-figures">
        <${Counts} counts=${summary.counts} version=${inspection.model.version} />
        <${Reviewed} reviewed=${summary.reviewed} />
      </div>
      <${Days} days=${summary.days} />`
    }`;
}
