import { html } from "../preact.js";
import { ChoiceField, RangeField } from "./fields.js";

/** Exposure, gain, frame rate and pixel format, within the camera's own limits. */
export function CameraSettings({ features, acquisition, applied, onChange, changed }) {
  const set = (key) => (value) => onChange({ ...acquisition, [key]: value });
  const value = (key) => acquisition[key] ?? applied?.[key] ?? null;
  return html`
    <${RangeField} label="Exposure" unit="µs" limits=${features.exposure_us} value=${value("exposure_us")}
      onChange=${set("exposure_us")} digits=${0} changed=${changed("acquisition.exposure_us")} />
    <${RangeField} label="Gain" unit="dB" limits=${features.gain_db} value=${value("gain_db")}
      onChange=${set("gain_db")} digits=${1} changed=${changed("acquisition.gain_db")} />
    <${RangeField} label="Frame rate" unit="Hz" limits=${features.frame_rate_hz} value=${value("frame_rate_hz")}
      onChange=${set("frame_rate_hz")} digits=${1} changed=${changed("acquisition.frame_rate_hz")} />
    <${ChoiceField} label="Pixel format" value=${value("pixel_format")} onChange=${set("pixel_format")}
      options=${features.pixel_formats.map((format) => [format, format])} changed=${changed("acquisition.pixel_format")} />`;
}
