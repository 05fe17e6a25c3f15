// Fine-tunes a detector on the boxes of a dataset's pictures.

import { post } from "../../api.js";
import { html, useState } from "../../preact.js";
import { showCount } from "../../pure/format.js";
import { query } from "../../pure/query.js";
import { useAnswer } from "../../state/answer.js";
import { attempt } from "../../state/notices.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";
import { Button } from "../shared/button.js";
import { NumberField, TextField, TickField } from "../shared/fields.js";

const EPOCHS = 80;
const SIDE_STEP_PX = 32;
/**
 * Of a value that is null, the offer's own.
 * @typedef {{
 *   name: string | null,
 *   width: number | null,
 *   height: number | null,
 *   epochs: number,
 *   mirror: boolean,
 *   quarterTurns: boolean,
 * }} FineTuningOptions
 */

/** @type {FineTuningOptions} */
const USUAL = {
  name: null,
  width: null,
  height: null,
  epochs: EPOCHS,
  mirror: false,
  quarterTurns: false,
};

/**
 * @param {{
 *   offer: FineTuningOffer,
 *   options: FineTuningOptions,
 *   onChange: Setter<FineTuningOptions>,
 * }} props
 */
function Options({ offer, options, onChange }) {
  /** @type {KeySetter<FineTuningOptions>} */
  const set = (key) => (value) => onChange({ ...options, [key]: value });
  return html`
    <details><summary>${text("training-options")}</summary>
      <div class="options">
        <${TextField} label=${text("fine-tuning-name")} value=${options.name ?? offer.name} onChange=${set("name")} />
        <${NumberField} label=${text("fine-tuning-width")} unit="px" step=${SIDE_STEP_PX} value=${options.width ?? offer.input.width} onChange=${set("width")} />
        <${NumberField} label=${text("fine-tuning-height")} unit="px" step=${SIDE_STEP_PX} value=${options.height ?? offer.input.height} onChange=${set("height")}
          hint=${text("fine-tuning-size-hint")} />
        <${NumberField} label=${text("fine-tuning-epochs")} step="1" value=${options.epochs} onChange=${set("epochs")} />
        <fieldset class="group">
          <legend>${text("fine-tuning-parts")}</legend>
          <${TickField} label=${text("training-options-mirrored")} value=${options.mirror} onChange=${set("mirror")} />
          <${TickField} label=${text("training-options-rotated")} value=${options.quarterTurns} onChange=${set("quarterTurns")} />
        </fieldset>
        <${Button} onClick=${() => onChange(USUAL)} whyNot=${options === USUAL && text("training-options-unchanged")}>${text("training-options-reset")}<//>
      </div>
    </details>`;
}

/**
 * What the API takes; of a field that was not touched its own default.
 * @param {FineTuningOptions} options
 * @param {string | undefined} dataset
 */
const demandOf = ({ name, width, height, epochs, mirror, quarterTurns }, dataset) => ({
  dataset,
  epochs,
  mirror,
  quarter_turns: quarterTurns,
  ...(name && { model: name }),
  ...(width && { input_width: width }),
  ...(height && { input_height: height }),
});

/**
 * Shows how many boxes there are to learn from, and starts.
 * @param {{model: ModelVersion} & Learning} props
 */
export function FineTuning({ model, dataset = "", state, disabled, onStart }) {
  const [options, setOptions] = useState(USUAL);
  const version = /** @type {const} */ (`models/${model.name}/${model.version}/fine-tuning`);
  const { answer: offer } = useAnswer(dataset ? `${version}${query({ dataset })}` : null, state);
  if (!offer) return null;
  const { pictures, boxes, obstacle } = offer;
  const drawn = Object.entries(boxes)
    .map(([name, count]) => `${showCount(count)} ${name}`)
    .join(", ");
  const start = () => attempt(async () => onStart(await post(version, demandOf(options, dataset))));
  return html`
    <section class="card" data-testid="fine-tuning">
      <h2>${text("fine-tuning")}</h2>
      <p>${
        drawn
          ? richText("fine-tuning-pictures", { dataset, count: pictures, boxes: drawn })
          : richText("fine-tuning-no-boxes", { dataset, count: pictures })
      }</p>
      ${
        obstacle
          ? html`<p class="message small">${obstacle}</p>`
          : html`
        <p class="small quiet">${text("fine-tuning-words")}</p>
        <${Options} offer=${offer} options=${options} onChange=${setOptions} />
        <${Button} class="strong" whyNot=${disabled && text("model-job-in-progress")} onClick=${start}>${text("fine-tuning-start")}<//>`
      }
    </section>`;
}
