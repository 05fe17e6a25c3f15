import { html } from "../../preact.js";
import { text } from "../../texts/texts.js";
import { ChoiceField, RangeField } from "../shared/fields.js";

const STROBE_LINES = ["Line1", "Line2", "Line3", "Line4"];

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
    <${RangeField} label=${text("camera-settings-exposure_us")} unit="µs" limits=${features.exposure_us} value=${value("exposure_us")}
      onChange=${set("exposure_us")} digits=${0} changed=${changed("acquisition.exposure_us")} />
    <${RangeField} label=${text("camera-settings-gain_db")} unit="dB" limits=${features.gain_db} value=${value("gain_db")}
      onChange=${set("gain_db")} digits=${1} changed=${changed("acquisition.gain_db")} />
    <${RangeField} label=${text("camera-settings-frame_rate_hz")} unit="Hz" limits=${features.frame_rate_hz} value=${value("frame_rate_hz")}
      onChange=${set("frame_rate_hz")} digits=${1} changed=${changed("acquisition.frame_rate_hz")} />
    <${ChoiceField} label=${text("camera-settings-pixel_format")} value=${value("pixel_format")} onChange=${set("pixel_format")}
      options=${features.pixel_formats.map((format) => [format, format])} changed=${changed("acquisition.pixel_format")} />
    <${ChoiceField} label=${text("camera-settings-strobe-line")} value=${acquisition.strobe_line ?? ""}
      options=${[["", text("camera-settings-no-strobe")], ...STROBE_LINES.map((line) => [line, line])]}
      onChange=${(/** @type {NonNullable<Recipe["acquisition"]["strobe_line"]> | ""} */ line) => set("strobe_line")(line || null)}
      changed=${changed("acquisition.strobe_line")} />`;
}
