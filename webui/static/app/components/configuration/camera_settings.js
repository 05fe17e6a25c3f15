import { html } from "../../preact.js";
import { ChoiceField, RangeField } from "../shared/fields.js";

const STROBE_LINES = [
  ["", "None"],
  ...["Line1", "Line2", "Line3", "Line4"].map((line) => [line, line]),
];

/**
 * Exposure, gain, frame rate and pixel format, within the camera's own limits.
 * @param {{
 *   features: CameraFeatures,
 *   acquisition: Recipe["acquisition"],
 *   applied: AppliedAcquisition | null,
 *   onChange: Setter<Recipe["acquisition"]>,
 *   changed: IsChanged,
 * }} props
 */
export function CameraSettings({ features, acquisition, applied, onChange, changed }) {
  /** @type {KeySetter<Recipe["acquisition"]>} */
  const set = (key) => (value) => onChange({ ...acquisition, [key]: value });
  /** @param {"exposure_us" | "gain_db" | "frame_rate_hz" | "pixel_format"} key */
  const value = (key) => acquisition[key] ?? applied?.[key] ?? null;
  return html`
    <${RangeField} label="Exposure" unit="µs" limits=${features.exposure_us} value=${value("exposure_us")}
      onChange=${set("exposure_us")} digits=${0} changed=${changed("acquisition.exposure_us")} />
    <${RangeField} label="Gain" unit="dB" limits=${features.gain_db} value=${value("gain_db")}
      onChange=${set("gain_db")} digits=${1} changed=${changed("acquisition.gain_db")} />
    <${RangeField} label="Frame rate" unit="Hz" limits=${features.frame_rate_hz} value=${value("frame_rate_hz")}
      onChange=${set("frame_rate_hz")} digits=${1} changed=${changed("acquisition.frame_rate_hz")} />
    <${ChoiceField} label="Pixel format" value=${value("pixel_format")} onChange=${set("pixel_format")}
      options=${features.pixel_formats.map((format) => [format, format])} changed=${changed("acquisition.pixel_format")} />
    <${ChoiceField} label="Strobe line" value=${acquisition.strobe_line ?? ""} options=${STROBE_LINES}
      onChange=${(/** @type {NonNullable<Recipe["acquisition"]["strobe_line"]> | ""} */ line) => set("strobe_line")(line || null)}
      changed=${changed("acquisition.strobe_line")} />`;
}
