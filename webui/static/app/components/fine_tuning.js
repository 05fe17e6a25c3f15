// Lets a detector learn what was drawn on a dataset's pictures.
import { html, useEffect, useState } from "../preact.js";
import { get, post, query } from "../api.js";
import { showCount } from "../format.js";
import { attempt } from "../notices.js";
import { NumberField, TextField, TickField } from "./fields.js";

const EPOCHS = 80;
const SIDE_STEP_PX = 32;
const USUAL = { name: null, width: null, height: null, epochs: EPOCHS, mirror: false, quarterTurns: false };

function Options({ offer, options, onChange }) {
  const set = (key) => (value) => onChange({ ...options, [key]: value });
  return html`
    <details><summary>Options</summary>
      <div class="options">
        <${TextField} label="Name of the detector" value=${options.name ?? offer.name} onChange=${set("name")} />
        <${NumberField} label="Width that it sees" unit="px" step=${SIDE_STEP_PX} value=${options.width ?? offer.input.width} onChange=${set("width")} />
        <${NumberField} label="Height that it sees" unit="px" step=${SIDE_STEP_PX} value=${options.height ?? offer.input.height} onChange=${set("height")}
          hint="Multiples of 32. Small objects need more; half the side takes a quarter of the time." />
        <${NumberField} label="Epochs, at most" step="1" value=${options.epochs} onChange=${set("epochs")} />
        <fieldset class="group">
          <legend>Parts may also lie</legend>
          <${TickField} label="mirrored" value=${options.mirror} onChange=${set("mirror")} />
          <${TickField} label="turned by 90°" value=${options.quarterTurns} onChange=${set("quarterTurns")} />
        </fieldset>
        <button onClick=${() => onChange(USUAL)} disabled=${options === USUAL}>Back to standard</button>
      </div>
    </details>`;
}

/** What the API takes; of a field that was not touched its own default. */
const demandOf = ({ name, width, height, epochs, mirror, quarterTurns }, dataset) => ({
  dataset, epochs, mirror, quarter_turns: quarterTurns,
  ...(name && { model: name }), ...(width && { input_width: width }), ...(height && { input_height: height }),
});

/** `state` changes when there may be other boxes: pictures were added, a job ended. */
export function FineTuning({ model, dataset, state, disabled, onStart }) {
  const [offer, setOffer] = useState(null);
  const [options, setOptions] = useState(USUAL);
  const version = `models/${model.name}/${model.version}/fine-tuning`;
  useEffect(() => {
    setOffer(null);
    if (dataset) attempt(async () => setOffer(await get(`${version}${query({ dataset })}`)));
  }, [version, dataset, state]);
  if (!offer) return null;
  const { pictures, boxes, obstacle } = offer;
  const drawn = Object.entries(boxes).map(([name, count]) => `${showCount(count)} ${name}`).join(", ");
  const start = () => attempt(async () => onStart(await post(version, demandOf(options, dataset))));
  return html`
    <section class="card" data-testid="fine-tuning">
      <h2>Learn from boxes</h2>
      <p><b>${dataset}</b> has ${showCount(pictures)} picture${pictures === 1 ? "" : "s"} that somebody has looked at${drawn ? `: ${drawn}.` : ", and no boxes."}</p>
      ${obstacle ? html`<p class="message small">${obstacle}</p>` : html`
        <p class="small quiet">A detector that finds these, beginning with what this one knows. It takes minutes; the line goes on meanwhile.</p>
        <${Options} offer=${offer} options=${options} onChange=${setOptions} />
        <button class="strong" disabled=${disabled} onClick=${start}>Learn from the boxes</button>`}
    </section>`;
}
