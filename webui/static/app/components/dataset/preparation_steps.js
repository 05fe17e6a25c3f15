// The list of a preparation's steps: chosen, moved, removed and added.
import { html } from "../../preact.js";
import { STEP_TYPES } from "../../pure/preparation.js";
import { text } from "../../texts/texts.js";
import { Button } from "../shared/button.js";
import { PreparationStepFields } from "./preparation_step_fields.js";

/**
 * @import { Step, StepType } from "../../pure/preparation.js"
 * @import { Drawing } from "./preparation_step_fields.js"
 */

/**
 * What a step does, in short.
 * @param {Step} step
 */
function describe(step) {
  switch (step.type) {
    case "crop": {
      const { left, top, width, height } = step;
      return text("preparation-says-crop", { left, top, width, height });
    }
    case "mask_out":
      return text("preparation-says-areas", { count: step.areas.length });
    case "rotate":
      return text("preparation-says-rotate", { degrees: String(step.degrees) });
    case "stretch":
      return text("preparation-says-stretch", { low: step.low, high: step.high });
    case "labels_from_file_names":
      return text("preparation-says-rules", { count: step.rules.length });
    default:
      return text("preparation-says-grey");
  }
}

/**
 * @param {{
 *   steps: Step[],
 *   selected: number | null,
 *   size: Size,
 *   drawing: Drawing,
 *   onChoose: Setter<number | null>,
 *   onAdd: Setter<StepType>,
 *   onMove: (index: number, by: number) => unknown,
 *   onRemove: Setter<number>,
 *   onChange: Setter<Step>,
 * }} props
 */
export function PreparationSteps({
  steps,
  selected,
  size,
  drawing,
  onChoose,
  onAdd,
  onMove,
  onRemove,
  onChange,
}) {
  const hasLabels = steps.some(({ type }) => type === "labels_from_file_names");
  return html`
    <ol class="preparation-steps" data-testid="preparation-steps">
      ${steps.map(
        (step, index) => html`
        <li key=${index} class=${index === selected ? "selected" : ""}>
          <button class="preparation-step" aria-expanded=${index === selected} onClick=${() => onChoose(index === selected ? null : index)}>
            <b>${text(`preparation-step-${step.type}`)}</b><span class="quiet small">${describe(step)}</span></button>
          ${
            index === selected &&
            html`<div class="preparation-fields">
            <${PreparationStepFields} step=${step} size=${size} drawing=${drawing} onChange=${onChange} />
            <div class="button-row">
              <${Button} whyNot=${index === 0 && text("preparation-first")} onClick=${() => onMove(index, -1)}>${text("preparation-up")}<//>
              <${Button} whyNot=${index === steps.length - 1 && text("preparation-last")} onClick=${() => onMove(index, 1)}>${text("preparation-down")}<//>
              <button onClick=${() => onRemove(index)}>${text("preparation-remove")}</button>
            </div></div>`
          }
        </li>`,
      )}
    </ol>
    ${!steps.length && html`<p class="quiet">${text("preparation-steps-none")}</p>`}
    <div role="group" aria-labelledby="preparation-add">
      <p class="field-label" id="preparation-add">${text("preparation-add")}</p>
      <div class="preparation-kinds">
        ${STEP_TYPES.map(
          (type) =>
            !(type === "labels_from_file_names" && hasLabels) &&
            html`<button key=${type} onClick=${() => onAdd(type)}>${text(`preparation-step-${type}`)}</button>`,
        )}
      </div>
    </div>`;
}
