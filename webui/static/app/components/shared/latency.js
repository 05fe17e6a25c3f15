import { html } from "../../preact.js";
import { showMs } from "../../pure/format.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";

const STAGES = /** @type {const} */ ([
  "exposure_ms",
  "queue_ms",
  "preprocess_ms",
  "inference_ms",
  "decide_ms",
]);
/** @type {import("../../texts/rich_text.js").TextElements} */
const VERDICT = { value: (children) => html`<b data-testid="verdict-ms">${children}</b>` };

/**
 * Where the time from trigger to verdict went.
 * @param {{latency: Inspection["latency"]}} props
 */
export function Latency({ latency }) {
  const known = STAGES.flatMap((key) => {
    const time = latency[key] ?? null;
    return time === null ? [] : [{ key, time }];
  });
  const total = known.reduce((sum, { time }) => sum + time, 0);
  let left = 0;
  return html`
    <div class="latency">
      <p class="readings"><span>${richText("verdict-time", { time: showMs(latency.verdict_ms) }, VERDICT)}</span>
        ${latency.output_ms !== null && html`<span>${richText("verdict-output-time", { time: showMs(latency.output_ms) })}</span>`}</p>
      ${
        total > 0 &&
        html`
        <svg class="bar thin" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
          ${known.map(({ key, time }, index) => {
            const width = (100 * time) / total;
            const x = left;
            left += width;
            return html`<rect key=${key} class=${`stage-${index}`} x=${x} width=${width} height="6" />`;
          })}
        </svg>`
      }
      <dl class="stages small">${STAGES.map(
        (key, index) => html`
        <div key=${key}><dt><i class=${`stage-${index}`} />${text(`verdict-stage-${key}`)}</dt><dd>${showMs(latency[key])}</dd></div>`,
      )}</dl>
    </div>`;
}
