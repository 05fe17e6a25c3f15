// Charts of many points, drawn by uPlot in the page's colours.

import { html, useEffect, useRef } from "../../preact.js";

import { attempt } from "../../state/notices.js";

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
  const newest = useRef(data);
  newest.current = data;
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let isGone = false;
    let remove = () => {};
    attempt(async () => {
      // Only when it is needed: it is larger than all else that a page shows first.
      const { default: UPlot } = await import("../../../vendor/uplot/uPlot.esm.js");
      if (isGone) return;
      shown.current = newest.current;
      const size = { width: element.clientWidth, height };
      const chart = new UPlot({ ...options, ...size }, shown.current, element);
      drawn.current = chart;
      onChart?.(chart);
      const sizes = new ResizeObserver(() => {
        if (element.clientWidth) chart.setSize({ width: element.clientWidth, height });
      });
      sizes.observe(element);
      const scheme = matchMedia("(prefers-color-scheme: dark)");
      const redraw = () => chart.redraw();
      scheme.addEventListener("change", redraw);
      remove = () => {
        scheme.removeEventListener("change", redraw);
        sizes.disconnect();
        drawn.current = null;
        chart.destroy();
      };
    });
    return () => {
      isGone = true;
      remove();
    };
  }, [options, height]);
  useEffect(() => {
    if (drawn.current && shown.current !== data) drawn.current.setData(data);
    shown.current = data;
  }, [data]);
  return html`<div class="chart" role="img" aria-label=${label} data-testid=${testid} ref=${place} />`;
}
