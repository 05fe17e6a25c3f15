// How long verdicts took, as a histogram with its percentiles.
import { html } from "../../preact.js";
import { showCount, showMs } from "../../pure/format.js";
import { useQualityAnswer } from "../../state/quality_filter.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";
import { Section } from "./section.js";

/** @import { Asked } from "../../state/quality_filter.js" */

const WIDTH = 960;
const HEIGHT = 120;

/** @param {{asked: Asked}} props */
export function LatencyHistogram({ asked }) {
  const answer = useQualityAnswer(asked && `quality/latency${asked}`);
  if (!answer?.counts.length) return null;
  const { counts, edges_ms, latency } = answer;
  const most = Math.max(...counts);
  const step = WIDTH / counts.length;
  const rows = counts.map((parts, index) => ({
    ...{ from_ms: edges_ms[index], to_ms: edges_ms[index + 1] },
    parts,
  }));
  return html`
    <${Section} title=${text("quality-latency")} name="quality-latency" csv=${{ columns: ["from_ms", "to_ms", "parts"], rows }}>
      <p>${richText("results-latency", { median: showMs(latency.p50_ms), p95: showMs(latency.p95_ms), p99: showMs(latency.p99_ms) })}</p>
      <svg class="latency-histogram" viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label=${text("quality-latency-label")}>
        ${rows.map(({ from_ms, to_ms, parts }, index) => {
          const height = (HEIGHT * parts) / most;
          return html`<rect key=${from_ms} x=${index * step + 1} width=${step - 2} y=${HEIGHT - height} height=${height}>
            <title>${text("quality-latency-bar", { from: showMs(from_ms), to: showMs(to_ms), parts: showCount(parts) })}</title></rect>`;
        })}
      </svg>
      <p class="quality-ends small quiet"><span>${showMs(edges_ms[0])}</span><span>${showMs(edges_ms.at(-1))}</span></p>
      <p class="quiet small">${text("results-latency-newest")}</p>
    <//>`;
}
