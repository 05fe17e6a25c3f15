// Charts of many points, drawn by uPlot in the page's colours.

import { default as UPlot } from "../../../vendor/uplot/uPlot.esm.js";
import { html, useEffect, useRef } from "../../preact.js";

/** @import { AlignedData, Options } from "uplot" */

const HEIGHT = 240;

/**
 * A colour of style/tokens.css as it is now, in the light or the dark scheme.
 * @param {`--${string}`} token
 */
export const colorOf = (token) =>
  getComputedStyle(document.documentElement).getPropertyValue(token);

/** An axis in the page's colours; `axis` says what is particular. @param {import("uplot").Axis} [axis] */
export const axisOf = (axis) => ({
  stroke: () => colorOf("--quiet"),
  font: `13px ${getComputedStyle(document.body).fontFamily}`,
  grid: { stroke: () => colorOf("--line"), width: 1 },
  ticks: { stroke: () => colorOf("--line-strong"), width: 1, size: 4 },
  ...axis,
});

/**
 * A chart as wide as its place. The same figures have to stand in words or in a table beside it: what
 * is drawn is a picture to whoever can't see it, called `label`. Colours are functions that ask
 * `colorOf`, so that they follow the scheme. `options` and `data` are kept between renders
 * (`useMemo`): other ones draw the chart anew or set its data.
 * @param {{
 *   label: string,
 *   data: AlignedData,
 *   options: Omit<Options, "width" | "height">,
 *   height?: number,
 *   onChart?: (chart: import("uplot")) => unknown,
 *   testid?: string,
 * }} props
 */
export function Chart({ label, data, options, height = HEIGHT, onChart, testid }) {
  const place = useRef(/** @type {HTMLElement | null} */ (null));
  const drawn = useRef(/** @type {import("uplot") | null} */ (null));
  const shown = useRef(data);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const chart = new UPlot({ ...options, width: element.clientWidth, height }, data, element);
    drawn.current = chart;
    shown.current = data;
    onChart?.(chart);
    const sizes = new ResizeObserver(() => {
      if (element.clientWidth) chart.setSize({ width: element.clientWidth, height });
    });
    sizes.observe(element);
    const scheme = matchMedia("(prefers-color-scheme: dark)");
    const redraw = () => chart.redraw();
    scheme.addEventListener("change", redraw);
    return () => {
      scheme.removeEventListener("change", redraw);
      sizes.disconnect();
      chart.destroy();
    };
  }, [options, height]);
  useEffect(() => {
    if (drawn.current && shown.current !== data) drawn.current.setData(data);
    shown.current = data;
  }, [data]);
  return html`<div class="chart" role="img" aria-label=${label} data-testid=${testid} ref=${place} />`;
}
