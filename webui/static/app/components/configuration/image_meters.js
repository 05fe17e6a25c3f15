// Focus and brightness beside the live image.
import { html, useCallback, useState } from "../../preact.js";
import { showPercent } from "../../pure/format.js";
import { stationStatus, useEvent } from "../../state/events.js";
import { useStore } from "../../state/store.js";
import { Scene, TREND } from "../shared/scene.js";

const TOO_DARK = 0.08;
const TOO_BRIGHT = 0.9;
const SATURATED = 0.01;

/** @param {Meters} meters */
function judgeBrightness({ mean, saturated }) {
  if (saturated > SATURATED) return ["high", "Overexposed: reduce the exposure"];
  if (mean < TOO_DARK) return ["high", "Too dark: increase the exposure or add light"];
  if (mean > TOO_BRIGHT) return ["high", "Too bright: reduce the exposure"];
  return ["fine", "Brightness OK"];
}

/** @param {{sharpness: number, peak: number, onReset: () => unknown}} props */
function Focus({ sharpness, peak, onReset }) {
  const scale = peak * 1.08 || 1;
  return html`
    <div class="meter">
      <div class="field-head"><h2>Focus</h2>
        <button class="plain small" onClick=${onReset} title="Restart from the current sharpness">Reset peak</button></div>
      <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" role="img"
        aria-label=${`Sharpness ${sharpness.toFixed(0)}, peak ${peak.toFixed(0)}`}>
        <rect class="track" width="100" height="10" />
        <rect class="value" width=${(100 * sharpness) / scale} height="10" />
        <rect class="peak" x=${(100 * peak) / scale - 0.4} width="0.8" height="10" />
      </svg>
      <p class="readings"><span data-testid="sharpness"><b>${sharpness.toFixed(0)}</b> sharpness</span>
        <span>${showPercent(sharpness / (peak || 1), 0)} of peak ${peak.toFixed(0)}</span></p>
    </div>`;
}

/** @param {{meters: Meters}} props */
function Brightness({ meters }) {
  const [tone, words] = judgeBrightness(meters);
  const highest = Math.max(...meters.histogram, 1);
  const bins = meters.histogram.length;
  return html`
    <div class="meter">
      <div class="field-head"><h2>Brightness</h2>
        <p class=${`judgement small ${tone}`} data-testid="brightness">${words}</p></div>
      <svg class="histogram" viewBox=${`0 0 ${bins} 100`} preserveAspectRatio="none" role="img" aria-label="Gray value histogram">
        ${meters.histogram.map((count, bin) => {
          // The square root keeps small counts visible beside a high peak.
          const height = 100 * Math.sqrt(count / highest);
          return html`<rect key=${bin} class=${bin === bins - 1 ? "last" : ""} x=${bin + 0.06} width="0.88"
            y=${100 - height} height=${height} />`;
        })}
      </svg>
      <p class="readings"><span data-testid="mean"><b>${showPercent(meters.mean, 0)}</b> mean</span>
        <span data-testid="saturated"><b>${showPercent(meters.saturated, 2)}</b> saturated</span></p>
    </div>`;
}

/**
 * The live image compared with the training pictures of the recipe's model.
 * @param {{shown: Meters[]}} props
 */
function LiveScene({ shown }) {
  const status = useStore(stationStatus);
  if (!status?.model) return null;
  const scenes = shown.map((reading) => reading.scene);
  return html`<${Scene} scene=${scenes.at(-1)} trend=${scenes} note=${status.scene_note}
    title="Scene compared with the training pictures" />`;
}

export function ImageMeters() {
  const [meters, setMeters] = useState(/** @type {Meters | null} */ (null));
  const [peak, setPeak] = useState(0);
  const [shown, setShown] = useState(/** @type {Meters[]} */ ([]));
  useEvent(
    "meters",
    useCallback((/** @type {Meters} */ event) => {
      setMeters(event);
      setShown((before) => [...before, event].slice(-TREND));
      setPeak((before) => Math.max(before, event.sharpness));
    }, []),
  );
  if (!meters)
    return html`<div class="meters"><p class="quiet">Focus and brightness appear with the live image.</p></div>`;
  return html`
    <section class="meters" aria-label="Meters">
      <${Focus} sharpness=${meters.sharpness} peak=${peak} onReset=${() => setPeak(meters.sharpness)} />
      <${Brightness} meters=${meters} />
      <${LiveScene} shown=${shown} />
    </section>`;
}
