// The share of rejects by the hour or day against its control limits, and a CUSUM for a doubled share.
import { html, useMemo, useState } from "../../preact.js";
import {
  showCount,
  showDateMinute,
  showDay,
  showFixed,
  showMinute,
  showPercent,
} from "../../pure/format.js";
import { chartData, chartState, partsAddress } from "../../pure/quality.js";
import { query } from "../../pure/query.js";
import { useQualityAnswer } from "../../state/quality_filter.js";
import { goTo } from "../../state/router.js";
import { text } from "../../texts/texts.js";
import { axisOf, Chart, colorOf } from "../shared/chart.js";
import { ChoiceField } from "../shared/fields.js";
import { Section } from "./section.js";

/** @import { Filter, Span } from "../../pure/results_filter.js" */
/** @typedef {NonNullable<QualityPChart["chart"]>} DrawnChart */

const HOUR_MS = 3600_000;
const DAY_S = 86_400;
const POINT_PX = 7;
const OUT_POINT_PX = 11;
const COLUMNS = ["start", "judged", "rejected", "share", "lower", "upper", "out"];

/** @param {"--text" | "--quiet" | "--line-strong" | "--ng"} token */
const stroke = (token) => () => colorOf(token);

/** @returns {Omit<import("uplot").Options, "width" | "height">} */
const options = () => ({
  legend: { show: false },
  cursor: { y: false, points: { show: false } },
  scales: { y: { range: (_chart, _low, high) => [0, Math.max(high * 1.1, 0.001)] } },
  axes: [
    axisOf({
      values: (_chart, splits, _axis, _space, step_s) =>
        splits.map((at) =>
          step_s >= DAY_S ? showDay(new Date(at * 1000)) : showMinute(new Date(at * 1000)),
        ),
    }),
    axisOf({ values: (_chart, splits) => splits.map((share) => showPercent(share)), size: 64 }),
  ],
  series: [
    {},
    { stroke: stroke("--text"), width: 1.5, points: { size: POINT_PX, fill: stroke("--text") } },
    { stroke: stroke("--line-strong"), width: 1.5, dash: [6, 4], points: { show: false } },
    { stroke: stroke("--line-strong"), width: 1.5, dash: [6, 4], points: { show: false } },
    {
      ...{ stroke: stroke("--ng"), width: 0 },
      points: { show: true, size: OUT_POINT_PX, fill: stroke("--ng") },
    },
    { stroke: stroke("--quiet"), width: 1, points: { show: false } },
  ],
});

/** Where the centre comes from, or why there is none. @param {{answer: QualityPChart}} props */
function Ground({ answer: { expected, why_unknown, model, changed_at } }) {
  if (!expected)
    return html`<p class="quiet" data-testid="p-chart-why">${text(`quality-why-${why_unknown ?? "not_stated"}`)}</p>`;
  const { stated, baseline, baseline_parts, centre, interval } = expected;
  const figures = { centre: showPercent(centre, 2), stated: showPercent(stated, 2) };
  return html`
    <p data-testid="p-chart-ground">${
      baseline === null
        ? text("quality-ground-stated", { ...figures, count: baseline_parts })
        : baseline > stated
          ? text("quality-ground-baseline", {
              ...figures,
              above: showPercent(baseline - stated, 2),
              count: baseline_parts,
            })
          : text("quality-ground-below", {
              ...figures,
              baseline: showPercent(baseline, 2),
              count: baseline_parts,
            })
    }</p>
    <p class="quiet small">${text("quality-limits-words", { low: showPercent(interval.low, 2), high: showPercent(interval.high, 2) })}
      ${" "}${model && changed_at && text("quality-limits-since", { name: model.name, version: model.version, at: showDateMinute(changed_at) })}</p>`;
}

/** What the chart says now. @param {{answer: QualityPChart}} props */
function State({ answer }) {
  const state = chartState(answer);
  if (state === "unknown" || !answer.chart) return null;
  const { cusum, subgroups } = answer.chart;
  const count = subgroups.filter(({ out }) => out === "above").length;
  const alarm = cusum?.alarms.at(-1);
  return html`
    <p class=${`quality-state ${state}`} data-testid="p-chart-state" data-state=${state}>
      ${state === "within" && html`<span>${text("quality-state-within")}</span>`}
      ${count > 0 && html`<b>${text("quality-state-above", { count })}</b>`}
      ${alarm && html`<b>${text("quality-state-doubled", { at: showDateMinute(alarm) })}</b>`}
      ${state === "below" && html`<span>${text("quality-state-below")}</span>`}
    </p>
    ${
      cusum &&
      html`<p class="quiet small" data-testid="cusum">${text("quality-cusum", {
        value: showFixed(cusum.value, 1),
        limit: showFixed(cusum.decision_interval, 1),
        parts: showCount(cusum.found_within),
      })}</p>`
    }`;
}

/**
 * The subgroups out of their limits in words, each with the way to its parts.
 * @param {{subgroups: DrawnChart["subgroups"], address: (start: string) => string}} props
 */
function OutOfLimits({ subgroups, address }) {
  const out = subgroups.filter((subgroup) => subgroup.out);
  return (
    out.length > 0 &&
    html`<ul class="quality-out" data-testid="out-of-limits">${out.map(
      ({ start, out: side, rejected, judged, share }) => html`
      <li key=${start}><a class="button" href=${address(start)} data-page>${text(
        `quality-out-${side ?? "above"}`,
        {
          at: showDateMinute(start),
          rejected: showCount(rejected),
          judged: showCount(judged),
          share: showPercent(share, 2),
        },
      )}</a></li>`,
    )}</ul>`
  );
}

/** @param {{filter: Filter, span: Span | null}} props */
export function PChart({ filter, span }) {
  const [chosen, setChosen] = useState("");
  const recipe = filter.recipe || chosen;
  const asked = span && query({ from: span.from, to: span.to, recipe });
  const answer = useQualityAnswer(asked && `quality/p-chart${asked}`);
  const drawn = answer?.chart ?? null;
  const centre = answer?.expected?.centre ?? null;
  const kept = useMemo(options, []);
  const data = useMemo(() => (drawn ? chartData(drawn.subgroups, centre) : null), [drawn, centre]);
  if (!answer || !span) return html`<div class="quality-chart-place" aria-busy="true" />`;
  const title = answer.recipe
    ? text("quality-p-chart-of", { recipe: answer.recipe })
    : text("quality-p-chart");
  /** @param {string} start */
  const address = (start) => {
    const end = new Date(Date.parse(start) + (drawn?.subgroup_hours ?? 1) * HOUR_MS).toISOString();
    const of = { recipe: answer.recipe ?? "" };
    return partsAddress(of, { from: new Date(start).toISOString(), to: end }, { outcome: "NG" });
  };
  /** @param {import("uplot")} chart */
  const openPoint = (chart) =>
    chart.over.addEventListener("click", () => {
      const at = chart.cursor.idx;
      const start_s = at === null || at === undefined ? undefined : chart.data[0][at];
      if (start_s !== undefined) goTo(address(new Date(start_s * 1000).toISOString()));
    });
  return html`
    <${Section} title=${title} name="p-chart" csv=${drawn && { columns: COLUMNS, rows: drawn.subgroups }}>
      ${
        !filter.recipe &&
        answer.recipes.length > 1 &&
        html`<${ChoiceField} label=${text("results-recipe")} value=${answer.recipe} onChange=${setChosen} options=${answer.recipes.map((name) => [name, name])} />`
      }
      ${
        drawn && data
          ? html`<${State} answer=${answer} /><${Chart} label=${text("quality-p-chart-label")} data=${data} options=${kept} onChart=${openPoint} testid="p-chart-drawn" />
            <${OutOfLimits} subgroups=${drawn.subgroups} address=${address} /><${Ground} answer=${answer} />`
          : html`<p class="quiet">${text("results-no-parts")}</p>`
      }
    <//>`;
}
