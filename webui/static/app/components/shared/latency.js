import { html } from "../../preact.js";
import { showMs } from "../../pure/format.js";

/** @type {[keyof Inspection["latency"], string][]} */
const STAGES = [
  ["exposure_ms", "camera"],
  ["queue_ms", "queue"],
  ["preprocess_ms", "preprocess"],
  ["inference_ms", "model"],
  ["decide_ms", "decision"],
];

/**
 * Where the time from trigger to verdict went.
 * @param {{latency: Inspection["latency"]}} props
 */
export function Latency({ latency }) {
  const known = STAGES.flatMap(([key]) => {
    const time = latency[key] ?? null;
    return time === null ? [] : [{ key, time }];
  });
  const total = known.reduce((sum, { time }) => sum + time, 0);
  let left = 0;
  return html`
    <div class="latency">
      <p class="readings"><span>Verdict <b data-testid="verdict-ms">${showMs(latency.verdict_ms)}</b></span>
        ${latency.output_ms !== null && html`<span>Output <b>${showMs(latency.output_ms)}</b></span>`}</p>
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
        ([key, name], index) => html`
        <div key=${key}><dt><i class=${`stage-${index}`} />${name}</dt><dd>${showMs(latency[key])}</dd></div>`,
      )}</dl>
    </div>`;
}
