import { post } from "../../api.js";
import { html } from "../../preact.js";
import { showCount } from "../../pure/format.js";
import { useAnswer } from "../../state/answer.js";
import { attempt, notify } from "../../state/notices.js";

/** @type {[keyof DatasetDifference["difference"], string][]} */
const COUNTS = [
  ["added", "added"],
  ["removed", "removed"],
  ["relabelled", "relabelled"],
  ["reworded", "with a changed batch, type, split or mask"],
];

/**
 * How the dataset differs from what this version was trained from, and the way back to that.
 * @param {{model: ModelVersion}} props
 */
export function DatasetDifference({ model }) {
  const path = /** @type {const} */ (`models/${model.name}/${model.version}/dataset`);
  const { answer, reload } = useAnswer(path);
  if (!answer?.since) return null;
  const { since } = answer;
  const counts = COUNTS.map(([name, what]) => ({
    count: since.difference[name].length,
    what,
  })).filter(({ count }) => count);
  /** @param {{change_id: number}} change */
  const undo = (change) =>
    attempt(async () => {
      await post(`datasets/${since.dataset}/changes/${change.change_id}/undo`);
      await reload();
    });
  const restore = () =>
    attempt(async () => {
      const { change } = await post(`${path}/restore`);
      await reload();
      notify(
        change
          ? `${since.dataset} is restored to the state of this training.`
          : "None of its pictures could be restored.",
        { action: change && { label: "Undo", run: () => undo(change) } },
      );
    });
  const words = counts.map(({ count, what }) => `${showCount(count)} ${what}`).join(", ");
  return html`
    <section class="since" data-testid="since" aria-label="Pictures since this training">
      ${
        counts.length === 0
          ? html`<p>Trained on the ${showCount(since.trained_from)} pictures that ${since.dataset} has now.</p>`
          : html`<details>
            <summary>Changes to ${since.dataset} since this training: ${words}</summary>
            <p class="small quiet">The model was trained on ${showCount(since.trained_from)} pictures. The dataset has ${showCount(since.pictures)} now.
              Removed pictures can be restored${since.lost > 0 && `, but ${showCount(since.lost)} are no longer on this station`}.</p>
            <button onClick=${restore}>Restore the dataset to this training</button>
          </details>`
      }
    </section>`;
}
