// Form fields: a slider with its number, a plain number, a choice, a tick.
import { html, useState } from "../../preact.js";
import { roundTo, showCount } from "../../pure/format.js";
import { SLIDER_STEPS, sliderScale } from "../../pure/slider_scale.js";
import { text } from "../../texts/texts.js";
import { takeTick, takeValue } from "./field_events.js";

/**
 * A number that takes effect when it is left or Enter is pressed, so that typing isn't disturbed;
 * emptied it calls `onEmpty`, where there is such a thing as no number.
 * @param {{
 *   value: number | null | undefined,
 *   onChange: Setter<number>,
 *   onEmpty?: () => unknown,
 *   label: string,
 *   unit?: string,
 *   disabled?: boolean,
 *   step?: number | string,
 * }} props
 */
export function NumberInput({ value, onChange, onEmpty, label, unit, disabled, step = "any" }) {
  const [typed, setTyped] = useState(/** @type {string | null} */ (null));
  const take = () => {
    const number = Number(typed);
    if (typed !== null && typed.trim() === "" && (value ?? null) !== null) onEmpty?.();
    else if (typed !== null && typed.trim() !== "" && !Number.isNaN(number) && number !== value)
      onChange(number);
    setTyped(null);
  };
  return html`
    <span class="number-input">
      <input type="number" inputmode="decimal" step=${step} aria-label=${unit ? `${label} (${unit})` : label}
        disabled=${disabled} value=${typed ?? value ?? ""} placeholder="–"
        onInput=${takeValue(setTyped)} onBlur=${take}
        onKeyDown=${(/** @type {EventOf<HTMLInputElement, KeyboardEvent>} */ event) => event.key === "Enter" && event.target.blur()} />
      ${unit && html`<span class="unit">${unit}</span>`}
    </span>`;
}

/**
 * A feature of the camera with its own limits; null limits mean that the camera doesn't have it.
 * @param {{
 *   label: string,
 *   unit: string,
 *   limits: CameraFeatures["exposure_us"],
 *   value: number | null,
 *   onChange: Setter<number>,
 *   digits?: number,
 *   changed?: boolean,
 * }} props
 */
export function RangeField({ label, unit, limits, value, onChange, digits = 1, changed }) {
  if (!limits) {
    return html`<div class="field"><span class="field-label">${label}</span>
      <p class="quiet small">${text("field-not-available")}</p></div>`;
  }
  const scale = sliderScale(limits);
  const shown = value ?? limits.value;
  /** @param {string} position */
  const slide = (position) => onChange(roundTo(scale.value(Number(position)), digits));
  return html`
    <div class=${`field range ${changed ? "changed" : ""}`}>
      <div class="field-head">
        <span class="field-label">${label}</span>
        <${NumberInput} label=${label} unit=${unit} value=${roundTo(shown, digits)} onChange=${onChange} />
      </div>
      <input type="range" min="0" max=${SLIDER_STEPS} step="1" aria-label=${text("field-slider", { label })}
        value=${scale.position(shown)} onInput=${takeValue(slide)} />
      <p class="limits"><span>${showCount(roundTo(limits.minimum, digits))}</span><span>${showCount(roundTo(limits.maximum, digits))} ${unit}</span></p>
    </div>`;
}

/**
 * One of a few words. `options` is a list of [value, text]; `whyNot` is why it can't be changed now.
 * @param {{
 *   label: string,
 *   value: string | number | null | undefined,
 *   options: [string | number, string][],
 *   onChange: Setter<string>,
 *   changed?: boolean,
 *   whyNot?: string | false,
 * }} props
 */
export function ChoiceField({ label, value, options, onChange, changed, whyNot }) {
  return html`
    <label class=${`field ${changed ? "changed" : ""}`}><span class="field-label">${label}</span>
      <select value=${value} disabled=${Boolean(whyNot)} onChange=${takeValue(onChange)}>
        ${options.map(([option, words]) => html`<option key=${option} value=${option} selected=${option === value}>${words}</option>`)}
      </select>${whyNot && html`<span class="why-not quiet small">${whyNot}</span>`}</label>`;
}

/**
 * A number with its unit on one line.
 * @param {{
 *   label: string,
 *   unit?: string,
 *   value: number | null,
 *   onChange: Setter<number>,
 *   changed?: boolean,
 *   hint?: string,
 *   step?: number | string,
 * }} props
 */
export function NumberField({ label, unit, value, onChange, changed, hint, step }) {
  return html`
    <div class=${`field ${changed ? "changed" : ""}`}>
      <div class="field-head"><span class="field-label">${label}</span>
        <${NumberInput} label=${label} unit=${unit} value=${value} onChange=${onChange} step=${step} /></div>
      ${hint && html`<p class="quiet small">${hint}</p>`}
    </div>`;
}

/**
 * Yes or no, with a target that a glove hits.
 * @param {{label: string, value: boolean, onChange: Setter<boolean>, disabled?: boolean}} props
 */
export function TickField({ label, value, onChange, disabled }) {
  return html`
    <label class="tick-field"><input class="visually-hidden" type="checkbox" checked=${value} disabled=${disabled}
      onChange=${takeTick(onChange)} /><span class="tick-box" />${label}</label>`;
}

/**
 * A text that reports each keystroke; what else is given is for its input.
 * @param {{label: string, value: string, onChange: Setter<string>, [attribute: string]: unknown}} props
 */
export function TextField({ label, value, onChange, ...rest }) {
  return html`
    <label class="field"><span class="field-label">${label}</span>
      <input dir="auto" value=${value} onInput=${takeValue(onChange)} ...${rest} /></label>`;
}
