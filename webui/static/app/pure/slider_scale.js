// Positions of a slider for the values of a camera's feature.

export const SLIDER_STEPS = 1000;
const DECADES = 1000;

/**
 * Position 0..1000 of a value and back: logarithmic where the limits span decades, as of exposure.
 * @param {{minimum: number, maximum: number}} limits
 * @returns {{position: (value: number) => number, value: (position: number) => number}}
 */
export function sliderScale({ minimum, maximum }) {
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
