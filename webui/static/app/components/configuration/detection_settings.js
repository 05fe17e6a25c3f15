// Which detector looks at each picture, and whether it finds the part for the anomaly model.
import { html } from "../../preact.js";
import { classesOf, NEW_PART } from "../../pure/detection.js";
import { keyOf, missingWords, versionOf, versionWords } from "../../pure/model_version.js";
import { problemsAt } from "../../pure/problems.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";
import { ChoiceField, NumberField } from "../shared/fields.js";
import { Problem } from "../shared/problem.js";

/** @typedef {NonNullable<Detection["part"]>} Part */

/** @param {{part: Part, problems: Record<string, string>, onChange: Setter<Part>}} props */
function PartFields({ part, problems, onChange }) {
  /** @type {(key: "margin" | "aspect_ratio", scale: number) => (value: number) => unknown} */
  const set = (key, scale) => (value) => onChange({ ...part, [key]: value / scale });
  const wrong = Object.values(problems).join(" ");
  return html`
    <${NumberField} label=${text("detection-margin")} unit="%" step="1" value=${Math.round(part.margin * 100)} onChange=${set("margin", 100)}
      hint=${text("detection-margin-hint")} />
    <${NumberField} label=${text("detection-aspect-ratio")} step="any" value=${part.aspect_ratio} onChange=${set("aspect_ratio", 1)}
      hint=${text("detection-aspect-ratio-hint")} />
    <${Problem} text=${wrong} />
    <p class="quiet small">${text("detection-part-words")}</p>`;
}

/**
 * The detector and the part; the rules stand below the picture.
 * @param {{
 *   detection: Detection | null,
 *   detectors: ModelSummary[],
 *   problems: Problems,
 *   onChange: Setter<Detection | null>,
 *   changed: IsChanged,
 * }} props
 */
export function DetectionSettings({ detection, detectors, problems, onChange, changed }) {
  const value = keyOf(detection?.model);
  const options = detectors.map((model) => [keyOf(model), versionWords(model)]);
  const missing = detection && !options.some(([option]) => option === value);
  const classes = classesOf(detection, detectors) ?? [];
  /** @param {string} key */
  const choose = (key) =>
    onChange(key ? { rules: [], part: null, ...detection, model: versionOf(key) } : null);
  const part = detection?.part;
  /** @param {string} name */
  const choosePart = (name) =>
    detection && onChange({ ...detection, part: name ? { ...NEW_PART, ...part, name } : null });
  return html`
    <${ChoiceField} label=${text("detection-detector")} value=${value} changed=${changed("detection.model")} onChange=${choose}
      options=${[["", text("detection-no-detector")], ...(missing ? [[value, missingWords(detection.model)]] : []), ...options]} />
    ${!options.length && html`<p class="quiet small">${richText("detection-import", {})}</p>`}
    ${
      detection &&
      html`
      <p class="quiet small">${text("detection-words")}</p>
      <${ChoiceField} label=${text("detection-locate")} value=${part?.name ?? ""} changed=${changed("detection.part")} onChange=${choosePart}
        options=${[["", text("detection-locate-no")], ...new Set([...(part ? [part.name] : []), ...classes])].map((option) => (Array.isArray(option) ? option : [option, option]))} />
      ${part && html`<${PartFields} part=${part} problems=${problemsAt(problems, "detection.part")} onChange=${(/** @type {Part} */ next) => onChange({ ...detection, part: next })} />`}`
    }`;
}
