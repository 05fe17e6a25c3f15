import { html } from "../../preact.js";
import { chartColumns } from "../../pure/chart_columns.js";
import { showCount, showDay, showMinute } from "../../pure/format.js";
import { text } from "../../texts/texts.js";

const HEIGHT = 180;
const FOOT = 24;
const HEAD = 16;
const LABEL_WIDTH = 72;
const HALF_TEXT = 20;
/** So wide that its words can be read on a telephone, too. */
const width = () => (matchMedia("(max-width: 860px)").matches ? 360 : 960);

/** @type {("ng" | "error" | "missed" | "ok")[]} */
const OUTCOMES = ["ng", "error", "missed", "ok"];
/**
 * Parts of each hour or day; NG stands at the foot, where columns compare best.
 * @param {{byHour: ResultsSummary["by_hour"]}} props
 */
export function HourChart({ byHour }) {
  const { unit, columns } = chartColumns(byHour);
  const highest = Math.max(
    ...columns.map(({ ok, ng, error, missed }) => ok + ng + error + missed),
    1,
  );
  const wide = width();
  const step = wide / columns.length;
  const every = Math.ceil(LABEL_WIDTH / step);
  /**
   * The station counts by UTC hours, which begin at half past in zones such as India's.
   * @param {import("../../pure/chart_columns.js").Column} column
   */
  const label = ({ at }) => (unit === "hour" ? showMinute(at) : showDay(at));
  return html`
    <figure class="hour-chart">
      <svg viewBox=${`0 0 ${wide} ${HEIGHT}`} role="img" aria-label=${text(`results-chart-${unit}`)} data-testid="hour-chart">
        <path class="axis" d=${`M0 ${HEIGHT - FOOT}H${wide}`} />
        ${columns.map((column, index) => {
          let top = HEIGHT - FOOT;
          const counts = OUTCOMES.map(
            (name) => `${name.toUpperCase()} ${showCount(column[name])}`,
          ).join(", ");
          return html`
            <g key=${index}><title>${text(`results-chart-column-${unit}`, { at: label(column), counts })}</title>
              <rect class="hit" x=${index * step} width=${step} height=${HEIGHT} />
              ${OUTCOMES.map((name) => {
                const height = ((HEIGHT - FOOT - HEAD) * column[name]) / highest;
                top -= height;
                return (
                  height > 0 &&
                  html`<rect key=${name} class=${`hour-${name}`} x=${index * step + step / 16} width=${(step * 7) / 8} y=${top} height=${height} />`
                );
              })}
              ${column.ng > 0 && step > 30 && html`<text class="tick ng" x=${(index + 0.5) * step} y=${top - 4} text-anchor="middle">${showCount(column.ng)}</text>`}
              ${index % every === 0 && html`<text class="tick" x=${Math.max((index + 0.5) * step, HALF_TEXT)} y=${HEIGHT - 6} text-anchor="middle">${label(column)}</text>`}
            </g>`;
        })}
      </svg>
      <figcaption class="legend small">
        <span><i class="swatch NG" />${text("results-chart-ng")}</span><span><i class="swatch OK" />OK</span>
        <span><i class="swatch ERROR" />ERROR</span><span><i class="swatch MISSED" />MISSED</span>
      </figcaption>
    </figure>`;
}
