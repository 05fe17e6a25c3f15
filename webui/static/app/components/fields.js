// Form fields: a slider with its number, a plain number, a choice, a tick.
import { html, useState } from "../preact.js";
import { roundTo, showCount } from "../format.js";

const SLIDER_STEPS = 1000;
const DECADES = 1000;

/** Position 0..1000 of a value and back: logarithmic where the limits span decades, as of exposure. */
function scaleOf({ minimum, maximum }) {
  if (minimum > 0 && maximum / minimum > DECADES) {
    const span = Math.log(maximum / minimum);
    return {
      position: (value) => (SLIDER_STEPS * Math.log(Math.max(value, minimum) / minimum)) / span,
      value: (position) => minimum * Math.exp((span * position) / SLIDER_STEPS),
    };
  }
  return {
    position: (value) => (SLIDER_STEPS * (value - minimum)) / (maximum - minimum || 1),
    value: (position) => minimum + ((maximum - minimum) * position) / SLIDER_STEPS,
  };
}

/**
 * A number that takes effect when it is left or Enter is pressed, so that typing isn't disturbed;
 * emptied it calls `onEmpty`, where there is such a thing as no number.
 */
export function NumberInput({ value, onChange, onEmpty, label, unit, disabled, step = "any" }) {
  const [typed, setTyped] = useState(null);
  const take = () => {
    const number = Number(typed);
    if (typed !== null && typed.trim() === "" && (value ?? null) !== null) onEmpty?.();
    else if (typed !== null && typed.trim() !== "" && !Number.isNaN(number) && number !== value) onChange(number);
    setTyped(null);
  };
  return html`
    <span class="number-input">
      <input type="number" inputmode="decimal" step=${step} aria-label=${unit ? `${label} (${unit})` : label}
        disabled=${disabled} value=${typed ?? value ?? ""} placeholder="–"
        onInput=${(event) => setTyped(event.target.value)} onBlur=${take}
        onKeyDown=${(event) => event.key === "Enter" && event.target.blur()} />
      ${unit && html`<span class="unit">${unit}</span>`}
    </span>`;
}

/** A feature of the camera with its own limits; null limits mean that the camera doesn't have it. */
export function RangeField({ label, unit, limits, value, onChange, digits = 1, changed }) {
  if (!limits) {
    return html`<div class="field"><span class="field-label">${label}</span>
      <p class="quiet small">This camera has no such setting.</p></div>`;
  }
  const scale = scaleOf(limits);
  const shown = value ?? limits.value;
  const slide = (event) => onChange(roundTo(scale.value(Number(event.target.value)), digits));
  return html`
    <div class=${`field range ${changed ? "changed" : ""}`}>
      <div class="field-head">
        <span class="field-label">${label}</span>
        <${NumberInput} label=${label} unit=${unit} value=${roundTo(shown, digits)} onChange=${onChange} />
      </div>
      <input type="range" min="0" max=${SLIDER_STEPS} step="1" aria-label=${`${label} slider`}
        value=${scale.position(shown)} onInput=${slide} />
      <p class="limits"><span>${showCount(roundTo(limits.minimum, digits))}</span><span>${showCount(roundTo(limits.maximum, digits))} ${unit}</span></p>
    </div>`;
}

/** One of a few words. `options` is a list of [value, text]. */
export function ChoiceField({ label, value, options, onChange, changed, disabled }) {
  return html`
    <label class=${`field ${changed ? "changed" : ""}`}><span class="field-label">${label}</span>
      <select value=${value} disabled=${disabled} onChange=${(event) => onChange(event.target.value)}>
        ${options.map(([option, text]) => html`<option key=${option} value=${option} selected=${option === value}>${text}</option>`)}
      </select></label>`;
}

/** A number with its unit on one line. */
export function NumberField({ label, unit, value, onChange, changed, hint, step }) {
  return html`
    <div class=${`field ${changed ? "changed" : ""}`}>
      <div class="field-head"><span class="field-label">${label}</span>
        <${NumberInput} label=${label} unit=${unit} value=${value} onChange=${onChange} step=${step} /></div>
      ${hint && html`<p class="quiet small">${hint}</p>`}
    </div>`;
}

/** Yes or no, with a target that a glove hits. */
export function TickField({ label, value, onChange }) {
  return html`
    <label class="tick-field"><input class="visually-hidden" type="checkbox" checked=${value}
      onChange=${(event) => onChange(event.target.checked)} /><span class="tick-box" />${label}</label>`;
}

/** A text that reports each keystroke. */
export function TextField({ label, value, onChange, ...rest }) {
  return html`
    <label class="field"><span class="field-label">${label}</span>
      <input value=${value} onInput=${(event) => onChange(event.target.value)} ...${rest} /></label>`;
}
