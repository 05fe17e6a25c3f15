// What can be chosen of one step of a preparation.
import { html } from "../../preact.js";
import {
  newRectangle,
  rectangleOf,
  regionOf,
  replaced,
  SMALLEST_CROP_PX,
} from "../../pure/preparation.js";
import { text } from "../../texts/texts.js";
import { Button } from "../shared/button.js";
import { ChoiceField, NumberField, TextField } from "../shared/fields.js";
import { RadioGroup } from "../shared/radio_group.js";

/**
 * Which area of a mask is drawn, and the corners of a polygon that is begun.
 * @typedef {{
 *   area: number,
 *   setArea: Setter<number>,
 *   corners: [number, number][] | null,
 *   setCorners: Setter<[number, number][] | null>,
 * }} Drawing
 * @import { Step } from "../../pure/preparation.js"
 */

/** @typedef {{left: number, top: number, width: number, height: number}} Rectangle */

/** @type {(keyof Rectangle)[]} */
const SIDES = ["left", "top", "width", "height"];
const LEAST_CORNERS = 3;

/**
 * @param {{rectangle: Rectangle, size: Size, least: number, onChange: Setter<Rectangle>}} props
 */
function RectangleFields({ rectangle, size, least, onChange }) {
  /** @type {(side: keyof Rectangle, value: number) => unknown} */
  const change = (side, value) =>
    onChange(rectangleOf(regionOf({ ...rectangle, [side]: value }), size, least));
  return html`<div class="preparation-sides">
    ${SIDES.map((side) => html`<${NumberField} key=${side} label=${text(`preparation-${side}`)} unit="px" step="1" value=${rectangle[side]} onChange=${(/** @type {number} */ value) => change(side, value)} />`)}
  </div>`;
}

/** @param {{step: Extract<Step, {type: "mask_out"}>, size: Size, drawing: Drawing, onChange: Setter<Step>}} props */
function MaskFields({ step, size, drawing, onChange }) {
  const { areas } = step;
  const { area: chosen, setArea, corners, setCorners } = drawing;
  const area = areas[chosen];
  const close = () => {
    if (!corners) return;
    onChange({ ...step, areas: [...areas, { type: "polygon", points: corners }] });
    setArea(areas.length);
    setCorners(null);
  };
  if (corners)
    return html`
      <p class="small">${text("preparation-polygon-draw")}</p>
      <div class="button-row">
        <${Button} class="strong" whyNot=${corners.length < LEAST_CORNERS && text("preparation-polygon-short")} onClick=${close}>${text("preparation-polygon-close")}<//>
        <button onClick=${() => setCorners(null)}>${text("cancel")}</button></div>`;
  return html`
    <p class="small">${text("preparation-draw-mask")}</p>
    <${ChoiceField} label=${text("preparation-areas")} value=${chosen} options=${areas.map((_, index) => [index, text("preparation-area", { number: index + 1 })])} onChange=${(/** @type {string} */ value) => setArea(Number(value))} />
    ${
      area?.type === "rectangle" &&
      html`<${RectangleFields} rectangle=${area} size=${size} least=${1}
      onChange=${(/** @type {Rectangle} */ rectangle) => onChange({ ...step, areas: replaced(areas, chosen, { type: "rectangle", ...rectangle }) })} />`
    }
    <div class="button-row">
      <button onClick=${() => {
        onChange({ ...step, areas: [...areas, newRectangle(size)] });
        setArea(areas.length);
      }}>${text("preparation-add-rectangle")}</button>
      <button onClick=${() => setCorners([])}>${text("preparation-add-polygon")}</button>
      <${Button} whyNot=${areas.length === 1 && text("preparation-area-only")} onClick=${() => {
        onChange({ ...step, areas: areas.filter((_, index) => index !== chosen) });
        setArea(0);
      }}>${text("preparation-remove-area")}<//>
    </div>
    <${NumberField} label=${text("preparation-fill")} step="1" value=${step.fill ?? 0} onChange=${(/** @type {number} */ fill) => onChange({ ...step, fill: Math.round(fill) })} />`;
}

/** @param {{step: Extract<Step, {type: "labels_from_file_names"}>, onChange: Setter<Step>}} props */
function LabelFields({ step, onChange }) {
  const { rules } = step;
  /** @type {(index: number, change: Partial<typeof rules[number]>) => unknown} */
  const change = (index, values) =>
    onChange({ ...step, rules: replaced(rules, index, { ...rules[index], ...values }) });
  return html`
    <p class="small">${text("preparation-rules-hint")}</p>
    ${rules.map(
      (rule, index) => html`
      <fieldset key=${index} class="preparation-rule"><legend class="visually-hidden">${text("preparation-rule", { number: index + 1 })}</legend>
        <${TextField} label=${text("preparation-pattern")} value=${rule.pattern} maxlength="200" onChange=${(/** @type {string} */ pattern) => change(index, { pattern })} />
        <${ChoiceField} label=${text("preparation-label")} value=${rule.label} options=${["normal", "anomaly"].map((label) => [label, text(`label-${/** @type {Label} */ (label)}`)])}
          onChange=${(/** @type {Label} */ label) => change(index, { label, defect_type: label === "normal" ? null : rule.defect_type })} />
        ${rule.label === "anomaly" && html`<${TextField} label=${text("preparation-defect-type")} value=${rule.defect_type ?? ""} maxlength="64" onChange=${(/** @type {string} */ type) => change(index, { defect_type: type || null })} />`}
        <${Button} whyNot=${rules.length === 1 && text("preparation-rule-only")} onClick=${() => onChange({ ...step, rules: rules.filter((_, other) => other !== index) })}>${text("preparation-remove-rule")}<//>
      </fieldset>`,
    )}
    <div class="button-row"><button onClick=${() => onChange({ ...step, rules: [...rules, { pattern: "*", label: "normal", defect_type: null }] })}>${text("preparation-add-rule")}</button></div>`;
}

/** @param {{step: Extract<Step, {type: "stretch"}>, onChange: Setter<Step>}} props */
function StretchFields({ step, onChange }) {
  const bits = step.bits ?? 8;
  return html`
    <p class="small">${text("preparation-stretch-hint")}</p>
    <${NumberField} label=${text("preparation-low")} step="1" value=${step.low} onChange=${(/** @type {number} */ low) => onChange({ ...step, low: Math.round(low) })} />
    <${NumberField} label=${text("preparation-high")} step="1" value=${step.high} onChange=${(/** @type {number} */ high) => onChange({ ...step, high: Math.round(high) })} />
    <${RadioGroup} label=${text("preparation-bits")} value=${bits} options=${[8, 16].map((one) => [one, text("preparation-bits-of", { bits: one })])}
      onChange=${(/** @type {8 | 16} */ one) => onChange({ ...step, bits: one, low: 0, high: 2 ** one - 1 })} />`;
}

/** @param {{step: Step, size: Size, drawing: Drawing, onChange: Setter<Step>}} props */
export function PreparationStepFields({ step, size, drawing, onChange }) {
  switch (step.type) {
    case "crop":
      return html`<p class="small">${text("preparation-draw-crop")}</p>
        <${RectangleFields} rectangle=${step} size=${size} least=${SMALLEST_CROP_PX} onChange=${(/** @type {Rectangle} */ rectangle) => onChange({ ...step, ...rectangle })} />`;
    case "mask_out":
      return html`<${MaskFields} step=${step} size=${size} drawing=${drawing} onChange=${onChange} />`;
    case "rotate":
      return html`<${RadioGroup} label=${text("preparation-degrees")} value=${step.degrees} options=${[90, 180, 270].map((degrees) => [degrees, text("preparation-turn", { degrees: String(degrees) })])}
        onChange=${(/** @type {90 | 180 | 270} */ degrees) => onChange({ ...step, degrees })} />`;
    case "stretch":
      return html`<${StretchFields} step=${step} onChange=${onChange} />`;
    case "labels_from_file_names":
      return html`<${LabelFields} step=${step} onChange=${onChange} />`;
    default:
      return html`<p class="small">${text("preparation-grey-hint")}</p>`;
  }
}
