// The figures of the period on top, each with its change against the time before.
import { html } from "../../preact.js";
import { showCount, showFixed, showPercent } from "../../pure/format.js";
import { change, defectFilter, partsAddress } from "../../pure/quality.js";
import { useQualityAnswer } from "../../state/quality_filter.js";
import { text } from "../../texts/texts.js";

/** @import { Asked } from "../../state/quality_filter.js" */
/** @import { Filter, Span } from "../../pure/results_filter.js" */
/** @typedef {QualityFigures["now"]} OfPeriod */
/** @typedef {{name: string, label: () => string, value: (of: OfPeriod) => number, parts: Filter | null}} Figure */

/** @param {OfPeriod} of */
const reviewed = ({ true_accepts, false_accepts, true_rejects, false_rejects }) =>
  true_accepts + false_accepts + true_rejects + false_rejects;

/** @type {(filter: Filter) => Figure[]} */
const figures = (filter) => [
  { name: "parts", label: () => text("parts"), value: ({ parts }) => parts, parts: {} },
  {
    name: "rejects",
    label: () => text("quality-rejects"),
    value: ({ rejects }) => rejects,
    parts: { outcome: "NG", ...defectFilter(filter) },
  },
  { name: "error", label: () => "ERROR", value: ({ error }) => error, parts: { outcome: "ERROR" } },
  {
    name: "missed",
    label: () => "MISSED",
    value: ({ missed }) => missed,
    parts: { outcome: "MISSED" },
  },
  {
    name: "reviewed",
    label: () => text("results-tile-reviewed"),
    value: reviewed,
    parts: { reviewed: "true" },
  },
  {
    name: "escapes",
    label: () => text("results-tile-false-accepts"),
    value: ({ false_accepts }) => false_accepts,
    parts: { outcome: "OK", human_verdict: "NG" },
  },
  {
    name: "false-rejects",
    label: () => text("results-tile-false-rejects"),
    value: ({ false_rejects }) => false_rejects,
    parts: { outcome: "NG", human_verdict: "OK" },
  },
];

/** With its sign, and none where it is rounded to nothing. @type {(value: number, digits: number) => string} */
function signed(value, digits) {
  const size = showFixed(Math.abs(value), digits);
  if (size === showFixed(0, digits)) return size;
  return `${value < 0 ? "−" : "+"}${size}`;
}

/**
 * The yield, whose change is told in percentage points.
 * @param {{answer: QualityFigures}} props
 */
function Yield({ answer: { now, before } }) {
  const points =
    now.yield === null || before.yield === null ? null : (now.yield - before.yield) * 100;
  return html`
    <div class="tile quality-figure" data-testid="figure-yield">
      <span class="tile-label">${text("yield")}</span>
      <b>${showPercent(now.yield)}</b>
      <span class="tile-note">${
        points === null
          ? text("quality-no-before")
          : text("quality-points", {
              points: signed(points, 1),
            })
      }</span>
    </div>`;
}

/** @param {{filter: Filter, span: Span | null, asked: Asked}} props */
export function Figures({ filter, span, asked }) {
  const answer = useQualityAnswer(asked && `quality/figures${asked}`);
  if (!answer || !span) return html`<div class="quality-figures waiting" aria-busy="true" />`;
  const [parts, ...others] = figures(filter);
  /** @param {Figure} figure */
  const tile = (figure) => {
    const now = figure.value(answer.now);
    const difference = change(figure.value(answer.before), now);
    return html`
      <a key=${figure.name} class=${`tile quality-figure ${now ? "" : "none"}`} data-page data-testid=${`figure-${figure.name}`}
        href=${partsAddress(filter, span, figure.parts ?? {})}>
        <span class="tile-label">${figure.label()}</span>
        <b>${showCount(now)}</b>
        <span class="tile-note">${difference === null ? text("quality-no-before") : text("quality-change", { change: `${signed(difference * 100, 0)} %` })}</span>
      </a>`;
  };
  return html`
    <div class="quality-figures" role="group" aria-label=${text("quality-figures")}>
      ${tile(parts)}<${Yield} answer=${answer} />${others.map(tile)}
    </div>`;
}
