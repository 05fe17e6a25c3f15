import { html } from "../../preact.js";
import { fitRoi, sameRoi, wholeSensor } from "../../pure/roi.js";
import { text } from "../../texts/texts.js";
import { Button } from "../shared/button.js";
import { NumberInput } from "../shared/fields.js";
import { SensorMap } from "./sensor_map.js";

/** @type {(keyof RegionOfInterest)[]} */
const NUMBERS = ["offset_x", "offset_y", "width", "height"];

/**
 * The region of interest in numbers and on the sensor; `onReset` goes back to the whole sensor.
 * @param {{
 *   features: CameraFeatures,
 *   present: RegionOfInterest,
 *   roi: RegionOfInterest | null,
 *   onChange: Setter<RegionOfInterest>,
 *   onReset: () => unknown,
 *   busy: boolean,
 * }} props
 */
export function RegionSettings({ features, present, roi, onChange, onReset, busy }) {
  const shown = roi ?? present;
  const pending = roi && !sameRoi(roi, present) ? roi : null;
  const isWhole = sameRoi(present, wholeSensor(features));
  /** @type {KeySetter<RegionOfInterest>} */
  const set = (key) => (value) => onChange(fitRoi({ ...shown, [key]: value }, features));
  return html`
    <p class="quiet small">${text("region-words")}</p>
    <${SensorMap} features=${features} present=${present} draft=${pending} />
    <div class="numbers">
      ${NUMBERS.map(
        (key) => html`
        <div class="field" key=${key}><span class="field-label">${text(`region-${key}`)}</span>
          <${NumberInput} label=${text(`region-${key}`)} unit="px" value=${Math.round(shown[key])} onChange=${set(key)} /></div>`,
      )}
    </div>
    <${Button} onClick=${onReset} disabled=${busy} whyNot=${isWhole && !pending && text("region-is-whole")}>${text("region-reset")}<//>`;
}
