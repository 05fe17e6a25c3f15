import { html, useEffect, useState } from "../preact.js";
import { get, post, query } from "../api.js";
import { showCount } from "../format.js";
import { attempt } from "../notices.js";

/**
 * Lets the shown version learn the new pictures of the dataset, without those it knows. `state`
 * changes when there may be others: pictures were added, a job ended.
 */
export function LearnFurther({ model, dataset, state, disabled, onStart }) {
  const [further, setFurther] = useState(null);
  const version = `models/${model.name}/${model.version}`;
  useEffect(() => {
    setFurther(null);
    attempt(async () => setFurther(await get(`${version}/further-pictures${query({ dataset })}`)));
  }, [version, dataset, state]);
  // A model that knows nothing of the dataset was made for other parts.
  if (!further?.new || !further.known) return null;
  const { new: count, known, obstacle } = further;
  const grow = () => attempt(async () => onStart(await post(`${version}/grow`, { dataset })));
  return html`
    <div class="learn-further" data-testid="learn-further">
      <p class="small"><b>${showCount(count)} new good picture${count === 1 ? "" : "s"}</b> since ${model.name} version ${model.version}.
        ${" "}${obstacle ?? html`<span class="quiet">The ${showCount(known)} that it knows are not read again.</span>`}</p>
      ${!obstacle && html`<button disabled=${disabled} onClick=${grow}>Learn the new pictures too</button>`}
    </div>`;
}
