// The three figures of a quick model, each with its interval, and how they grew.

import { html, useMemo } from "../../preact.js";
import { showCount, showFixed, showPercent, showRatio } from "../../pure/format.js";
import { growthColumns } from "../../pure/growth.js";
import { ofThousand, ofThousands } from "../../pure/threshold.js";
import { text } from "../../texts/texts.js";
import { axisOf, Chart, colorOf } from "../shared/chart.js";

/** @import { FigureName } from "../../pure/growth.js" */
/** @import { QuickModelFigures as Model } from "../../state/quick_model.js" */

/** @typedef {Model["figures"]} Figures */

const HEIGHT = 190;
/** Room for the widest number on the left. */
const AXIS_PX = 54;
const ROOM = 0.04;
/** @type {FigureName[]} */
const NAMES = ["rejects", "auroc", "found"];

/** @type {Record<FigureName, (value: number) => string>} */
const SHOWN = {
  rejects: showCount,
  auroc: (value) => showFixed(value, 2),
  found: (value) => showPercent(value, 0),
};

/** @param {FigureName} name */
const figureName = (name) => text(`growth-${name}`);

/**
 * A figure and its interval in words; null where it is unknown.
 * @param {FigureName} name
 * @param {Figures} figures
 */
function words(name, { false_rejects: rejects, auroc, found, found_share: share, anomalous }) {
  if (name === "rejects")
    return {
      value: ofThousand(rejects.expected_rate),
      interval: text("metrics-interval", ofThousands(rejects.interval)),
    };
  if (!auroc || !share || found === null) return null;
  const { low, high } = name === "auroc" ? auroc.interval : share.interval;
  return name === "auroc"
    ? {
        value: showRatio(auroc.value),
        interval: text("metrics-interval", { low: showRatio(low), high: showRatio(high) }),
      }
    : {
        value: text("growth-found-of", { found, count: anomalous }),
        interval: text("metrics-interval", {
          low: showPercent(low, 0),
          high: showPercent(high, 0),
        }),
      };
}

/** @param {FigureName} name @returns {Omit<import("uplot").Options, "width" | "height">} */
const chartOptions = (name) => ({
  legend: { show: false },
  cursor: { show: false },
  scales: {
    x: { time: false },
    // A little room, so that points at the ends are seen whole.
    y: {
      range: (_chart, low, high) =>
        name === "rejects" ? [-high * ROOM, high] : [Math.min(low ?? 0, 0.5) - ROOM, 1 + ROOM],
    },
  },
  axes: [
    axisOf({
      label: text("growth-pictures"),
      labelFont: "13px sans-serif",
      labelSize: 20,
      size: 34,
    }),
    axisOf({ size: AXIS_PX, values: (_chart, ticks) => ticks.map((tick) => SHOWN[name](tick)) }),
  ],
  series: [
    {},
    { stroke: () => colorOf("--line-strong"), width: 1, points: { show: false } },
    { stroke: () => colorOf("--line-strong"), width: 1, points: { show: false } },
    // Last, so that the band doesn't hide it.
    { stroke: () => colorOf("--text"), width: 2, points: { show: true, size: 6 } },
  ],
  bands: [{ series: [1, 2], fill: () => colorOf("--line") }],
});

/** @param {{name: FigureName, model: Model, missing: number}} props */
function Figure({ name, model, missing }) {
  const shown = words(name, model.figures);
  const data = useMemo(() => growthColumns(model.growth, name), [model, name]);
  const options = useMemo(() => chartOptions(name), [name]);
  return html`
    <section class="card growth-figure" data-testid=${`growth-${name}`}>
      <h2>${figureName(name)}</h2>
      ${
        shown
          ? html`<p class="growth-value"><b>${shown.value}</b> <span class="quiet small">${text("growth-interval", { interval: shown.interval })}</span></p>
            <${Chart} label=${text("growth-chart", { figure: figureName(name) })} data=${data} options=${options} height=${HEIGHT} />`
          : html`<p class="quiet" data-testid=${`growth-unknown-${name}`}>${text("growth-missing-anomalous", { missing })}</p>`
      }
    </section>`;
}

/**
 * The expected figures of a model from the pictures.
 * @param {{model: Model, missing: number}} props
 */
export function QuickModelFigures({ model, missing }) {
  return html`
    <div class="growth-figures">
      ${NAMES.map((name) => html`<${Figure} key=${name} name=${name} model=${model} missing=${missing} />`)}
    </div>`;
}

/** The same figures in words. @param {{model: Model}} props */
export function QuickModelTable({ model }) {
  return html`
    <details class="growth-table">
      <summary>${text("growth-table")}</summary>
      <table class="stacked-table">
        <thead><tr><th scope="col">${text("growth-pictures")}</th>
          <th scope="col">${text("metrics-normal-pictures")}</th><th scope="col">${text("metrics-anomalous-pictures")}</th>
          ${NAMES.map((name) => html`<th key=${name} scope="col">${figureName(name)}</th>`)}</tr></thead>
        <tbody>
          ${model.growth.map(
            (figures) => html`
            <tr key=${figures.pictures}>
              <td data-label=${text("growth-pictures")}>${showCount(figures.pictures)}</td>
              <td data-label=${text("metrics-normal-pictures")}>${showCount(figures.normal)}</td>
              <td data-label=${text("metrics-anomalous-pictures")}>${showCount(figures.anomalous)}</td>
              ${NAMES.map((name) => {
                const shown = words(name, figures);
                return html`<td key=${name} data-label=${figureName(name)}>${shown ? text("growth-cell", shown) : text("growth-unknown")}</td>`;
              })}</tr>`,
          )}
        </tbody>
      </table>
    </details>`;
}
