import { post } from "../../api.js";
import { html } from "../../preact.js";
import { query } from "../../pure/query.js";
import { useAnswer } from "../../state/answer.js";
import { attempt } from "../../state/notices.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";
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
  const offer = { count, name: model.name, version: String(model.version) };
  const grow = () => attempt(async () => onStart(await post(`${version}/grow`, { dataset })));
  return html`
    <div class="learn-further" data-testid="learn-further">
      <p class="small">${richText("growing-offer", offer)}
        ${" "}${obstacle ?? html`<span class="quiet">${text("growing-known", { count: known })}</span>`}</p>
      ${!obstacle && html`<${Button} whyNot=${disabled && text("model-job-in-progress")} onClick=${grow}>${text("growing-start")}<//>`}
    </div>`;
}
