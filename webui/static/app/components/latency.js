import { html } from "../preact.js";
import { showMs } from "../format.js";

const STAGES = [
  ["exposure_ms", "camera"], ["queue_ms", "queue"], ["preprocess_ms", "prepare"],
  ["inference_ms", "model"], ["decide_ms", "decide"],
];

/** Where the time from trigger to verdict went. */
export function Latency({ latency }) {
  const known = STAGES.filter(([key]) => latency[key] !== null && latency[key] !== undefined);
  const total = known.reduce((sum, [key]) => sum + latency[key], 0);
  let left = 0;
  return html`
    <div class="latency">
      <p class="readings"><span>Verdict <b data-testid="verdict-ms">${showMs(latency.verdict_ms)}</b></span>
        ${latency.output_ms !== null && html`<span>Output <b>${showMs(latency.output_ms)}</b></span>`}</p>
      ${total > 0 && html`
        <svg class="bar thin" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
          ${known.map(([key], index) => {
            const width = (100 * latency[key]) / total;
            const x = left;
            left += width;
            return html`<rect key=${key} class=${`stage-${index}`} x=${x} width=${width} height="6" />`;
          })}
        </svg>`}
      <dl class="stages small">${STAGES.map(([key, name], index) => html`
        <div key=${key}><dt><i class=${`stage-${index}`} />${name}</dt><dd>${showMs(latency[key])}</dd></div>`)}</dl>
    </div>`;
}
