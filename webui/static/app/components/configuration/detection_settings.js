// Which detector looks at each picture, and whether it finds the part for the anomaly model.
import { html } from "../../preact.js";
import { classesOf, keyOf, NEW_PART } from "../../pure/detection.js";
import { problemsAt } from "../../pure/problems.js";
import { ChoiceField, NumberField } from "../shared/fields.js";
import { Problem } from "../shared/problem.js";

/** @typedef {NonNullable<Detection["part"]>} Part */

/** @param {{part: Part, problems: Record<string, string>, onChange: Setter<Part>}} props */
function PartFields({ part, problems, onChange }) {
  /** @type {(key: "margin" | "aspect_ratio", scale: number) => (value: number) => unknown} */
  const set = (key, scale) => (value) => onChange({ ...part, [key]: value / scale });
  const wrong = Object.values(problems).join(" ");
  return html`
    <${NumberField} label="Margin" unit="%" step="1" value=${Math.round(part.margin * 100)} onChange=${set("margin", 100)}
      hint="Added on every side, as a share of the box's longer side. At most 50 %." />
    <${NumberField} label="Aspect ratio" step="any" value=${part.aspect_ratio} onChange=${set("aspect_ratio", 1)}
      hint="Width to height of the crop: 1 is square, 2 is twice as wide as high." />
    <${Problem} text=${wrong} />
    <p class="quiet small">Exactly one part must be found, otherwise the result is ERROR. The anomaly model must be trained
      on the same crops: apply this first, then collect pictures with Trigger, then train.</p>`;
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
  const value = detection ? keyOf(detection.model) : "";
  const options = detectors.map((model) => [
    keyOf(model),
    `${model.name} version ${model.version}`,
  ]);
  const missing = detection && !options.some(([option]) => option === value);
  const classes = classesOf(detection, detectors) ?? [];
  /** @param {string} key */
  const choose = (key) => {
    const [name, version] = key.split("/");
    onChange(
      key
        ? { rules: [], part: null, ...detection, model: { name, version: Number(version) } }
        : null,
    );
  };
  const part = detection?.part;
  /** @param {string} name */
  const choosePart = (name) =>
    detection && onChange({ ...detection, part: name ? { ...NEW_PART, ...part, name } : null });
  return html`
    <${ChoiceField} label="Detector" value=${value} changed=${changed("detection.model")} onChange=${choose}
      options=${[["", "None"], ...(missing ? [[value, `${value.replace("/", " version ")} (missing)`]] : []), ...options]} />
    ${
      !options.length &&
      html`<p class="quiet small">A detector finds and classifies objects such as a scratch, a label or a screw. This station has none
      yet. Import one with <code>okng import-detector</code>.</p>`
    }
    ${
      detection &&
      html`
      <p class="quiet small">The rules below the live image say how many objects of each class a good part has. A part that breaks a
        rule is NG, whatever the anomaly model says. Classes without a rule are shown but don't count.</p>
      <${ChoiceField} label="Locate the part first" value=${part?.name ?? ""} changed=${changed("detection.part")} onChange=${choosePart}
        options=${[["", "No: inspect the whole image"], ...new Set([...(part ? [part.name] : []), ...classes])].map((option) => (Array.isArray(option) ? option : [option, option]))} />
      ${part && html`<${PartFields} part=${part} problems=${problemsAt(problems, "detection.part")} onChange=${(/** @type {Part} */ next) => onChange({ ...detection, part: next })} />`}`
    }`;
}
