// Focus and brightness beside the live image.
import { html, useCallback, useState } from "../../preact.js";
import { showFixed, showPercent } from "../../pure/format.js";
import { stationStatus, useEvent } from "../../state/events.js";
import { useStore } from "../../state/store.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";
import { Scene, TREND } from "../shared/scene.js";

const TOO_DARK = 0.08;
const TOO_BRIGHT = 0.9;
const SATURATED = 0.01;

/** @param {Meters} meters */
function judgeBrightness({ mean, saturated }) {
  if (saturated > SATURATED) return ["high", text("camera-settings-overexposed")];
  if (mean < TOO_DARK) return ["high", text("camera-settings-too-dark")];
  if (mean > TOO_BRIGHT) return ["high", text("camera-settings-too-bright")];
  return ["fine", text("camera-settings-brightness-fine")];
}

/** @param {{sharpness: number, peak: number, onReset: () => unknown}} props */
function Focus({ sharpness, peak, onReset }) {
  const scale = peak * 1.08 || 1;
  const [value, highest] = [showFixed(sharpness, 0), showFixed(peak, 0)];
  const share = showPercent(sharpness / (peak || 1), 0);
  return html`
    <div class="meter">
      <div class="field-head"><h2>${text("camera-settings-focus")}</h2>
        <button class="plain small" onClick=${onReset} title=${text("camera-settings-reset-peak-words")}>${text("camera-settings-reset-peak")}</button></div>
      <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" role="img"
        aria-label=${text("camera-settings-sharpness-peak", { value, peak: highest })}>
        <rect class="track" width="100" height="10" />
        <rect class="value" width=${(100 * sharpness) / scale} height="10" />
        <rect class="peak" x=${(100 * peak) / scale - 0.4} width="0.8" height="10" />
      </svg>
      <p class="readings"><span data-testid="sharpness">${richText("camera-settings-sharpness", { value })}</span>
        <span>${text("camera-settings-of-peak", { share, peak: highest })}</span></p>
    </div>`;
}

/** @param {{meters: Meters}} props */
function Brightness({ meters }) {
  const [tone, words] = judgeBrightness(meters);
  const highest = Math.max(...meters.histogram, 1);
  const bins = meters.histogram.length;
  return html`
    <div class="meter">
      <div class="field-head"><h2>${text("camera-settings-brightness")}</h2>
        <p class=${`judgement small ${tone}`} data-testid="brightness">${words}</p></div>
      <svg class="histogram" viewBox=${`0 0 ${bins} 100`} preserveAspectRatio="none" role="img" aria-label=${text("camera-settings-histogram")}>
        ${meters.histogram.map((count, bin) => {
          // The square root keeps small counts visible beside a high peak.
          const height = 100 * Math.sqrt(count / highest);
          return html`<rect key=${bin} class=${bin === bins - 1 ? "last" : ""} x=${bin + 0.06} width="0.88"
            y=${100 - height} height=${height} />`;
        })}
      </svg>
      <p class="readings"><span data-testid="mean">${richText("camera-settings-mean", { share: showPercent(meters.mean, 0) })}</span>
        <span data-testid="saturated">${richText("camera-settings-saturated", { share: showPercent(meters.saturated, 2) })}</span></p>
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
    title=${text("camera-settings-scene")} />`;
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
    return html`<div class="meters"><p class="quiet">${text("camera-settings-no-meters")}</p></div>`;
  return html`
    <section class="meters" aria-label=${text("camera-settings-meters")}>
      <${Focus} sharpness=${meters.sharpness} peak=${peak} onReset=${() => setPeak(meters.sharpness)} />
      <${Brightness} meters=${meters} />
      <${LiveScene} shown=${shown} />
    </section>`;
}
