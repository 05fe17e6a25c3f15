import { html, useCallback, useEffect, useState } from "../preact.js";
import { get, post } from "../api.js";
import { showCount } from "../format.js";
import { attempt, notify } from "../notices.js";

const COUNTS = [["added", "added"], ["removed", "removed"], ["relabelled", "relabelled"], ["reworded", "with another batch, type or split"]];

/** How the dataset differs from what this version was trained from, and the way back to that. */
export function DatasetSince({ model }) {
  const [since, setSince] = useState(null);
  const path = `models/${model.name}/${model.version}/dataset`;
  const load = useCallback(() => attempt(async () => setSince((await get(path)).since)), [path]);
  useEffect(() => { setSince(null); load(); }, [load]);
  if (!since) return null;
  const counts = COUNTS.map(([name, words]) => [since.difference[name].length, words]).filter(([count]) => count);
  const undo = (change) => attempt(async () => {
    await post(`datasets/${since.dataset}/changes/${change.change_id}/undo`);
    await load();
  });
  const restore = () => attempt(async () => {
    const { change } = await post(`${path}/restore`);
    await load();
    notify(change ? `${since.dataset} is as it was at this training.` : "No picture of it could be brought back.",
      { action: change && { label: "Undo", run: () => undo(change) } });
  });
  const words = counts.map(([count, what]) => `${showCount(count)} ${what}`).join(", ");
  return html`
    <section class="since" data-testid="since" aria-label="Pictures since this training">
      ${counts.length === 0
        ? html`<p>Trained from the ${showCount(since.trained_from)} pictures that ${since.dataset} has now.</p>`
        : html`<details>
            <summary>Since this training of ${since.dataset}: ${words}</summary>
            <p class="small quiet">It was trained from ${showCount(since.trained_from)} pictures; ${showCount(since.pictures)} are there now.
              Pictures that were removed wait in the trash${since.lost > 0 && `, but ${showCount(since.lost)} are gone from this station`}.</p>
            <button onClick=${restore}>Make the dataset what it was at this training</button>
          </details>`}
    </section>`;
}
