import { post } from "../../api.js";
import { html } from "../../preact.js";
import { useAnswer } from "../../state/answer.js";
import { attempt, notify } from "../../state/notices.js";
import { text } from "../../texts/texts.js";

const CHANGES = /** @type {const} */ (["added", "removed", "relabelled", "reworded"]);

/** @param {DatasetDifference["difference"]} difference */
const changesOf = (difference) =>
  CHANGES.filter((change) => difference[change].length).map((change) =>
    text(`dataset-difference-${change}`, { count: difference[change].length }),
  );

/**
 * How the dataset differs from what this version was trained from, and the way back to that.
 * @param {{model: ModelVersion}} props
 */
export function DatasetDifference({ model }) {
  const path = /** @type {const} */ (`models/${model.name}/${model.version}/dataset`);
  const { answer, reload } = useAnswer(path);
  if (!answer?.since) return null;
  const { since } = answer;
  const { dataset, trained_from: trained, pictures, lost } = since;
  const changes = changesOf(since.difference);
  /** @param {{change_id: number}} change */
  const undo = (change) =>
    attempt(async () => {
      await post(`datasets/${dataset}/changes/${change.change_id}/undo`);
      await reload();
    });
  const restore = () =>
    attempt(async () => {
      const { change } = await post(`${path}/restore`);
      await reload();
      notify(
        change ? text("dataset-difference-restored", { dataset }) : text("dataset-difference-lost"),
        { action: change && { label: text("undo"), run: () => undo(change) } },
      );
    });
  return html`
    <section class="since" data-testid="since" aria-label=${text("dataset-difference")}>
      ${
        changes.length === 0
          ? html`<p>${text("dataset-difference-none", { dataset, count: trained })}</p>`
          : html`<details>
            <summary>${text("dataset-difference-some", { dataset, changes: changes.join(", ") })}</summary>
            <p class="small quiet">${text("dataset-difference-words", { trained, pictures, lost })}</p>
            <button onClick=${restore}>${text("dataset-difference-restore")}</button>
          </details>`
      }
    </section>`;
}
