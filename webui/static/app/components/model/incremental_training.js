import { post } from "../../api.js";
import { html } from "../../preact.js";
import { showCount } from "../../pure/format.js";
import { query } from "../../pure/query.js";
import { useAnswer } from "../../state/answer.js";
import { attempt } from "../../state/notices.js";
import { Button } from "../shared/button.js";

/**
 * Lets the shown version learn the new pictures of the dataset, without those it knows.
 * @param {{model: ModelVersion} & Learning} props
 */
export function IncrementalTraining({ model, dataset, state, disabled, onStart }) {
  const version = /** @type {const} */ (`models/${model.name}/${model.version}`);
  const { answer: further } = useAnswer(`${version}/further-pictures${query({ dataset })}`, state);
  // A model that knows nothing of the dataset was made for other parts.
  if (!further?.new || !further.known) return null;
  const { new: count, known, obstacle } = further;
  const grow = () => attempt(async () => onStart(await post(`${version}/grow`, { dataset })));
  return html`
    <div class="learn-further" data-testid="learn-further">
      <p class="small"><b>${showCount(count)} new good picture${count === 1 ? "" : "s"}</b> since ${model.name} version ${model.version}.
        ${" "}${obstacle ?? html`<span class="quiet">The ${showCount(known)} that it was trained on are not read again.</span>`}</p>
      ${!obstacle && html`<${Button} whyNot=${disabled && "A job is in progress. Wait until it has finished."} onClick=${grow}>Train on the new pictures<//>`}
    </div>`;
}
