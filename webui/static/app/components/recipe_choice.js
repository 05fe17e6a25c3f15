import { html, useEffect, useState } from "../preact.js";
import { address, get, post, request } from "../api.js";
import { refreshStatus } from "../events.js";
import { showDateTime } from "../format.js";
import { attempt, notify } from "../notices.js";
import { listRecipes } from "../recipe.js";
import { NumberField, TextField } from "./fields.js";

const NAME = /^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$/;

/** The threshold, and the recipes of the station: which runs, its versions, a copy under a new name, TOML in and out. */
export function RecipeChoice({ running, recipe, onChange, changed }) {
  const [recipes, setRecipes] = useState([]);
  const [versions, setVersions] = useState([]);
  const [name, setName] = useState("");
  const current = running?.recipe.name;
  useEffect(() => {
    attempt(async () => setRecipes(await listRecipes()));
    if (current) attempt(async () => setVersions((await get(`recipes/${current}/versions`)).versions));
  }, [current, running?.version]);

  const activate = (recipeName, version) => attempt(async () => {
    const applied = await post(`recipes/${recipeName}/activate`, version ? { version } : {});
    await refreshStatus();
    notify(`The station runs with ${recipeName} version ${applied.recipe.version}.`);
    onChange(null);
  });
  const importFile = (event) => attempt(async () => {
    const text = await event.target.files[0].text();
    const applied = await (await request("POST", "recipes/import", { text })).json();
    await refreshStatus();
    notify(`Imported ${applied.recipe.recipe.name} as version ${applied.recipe.version}; the station runs with it.`);
  });

  return html`
    <${NumberField} label="Threshold" value=${recipe.threshold} changed=${changed("threshold")}
      onChange=${(value) => onChange({ ...recipe, threshold: value || null })}
      hint="A score above it is NG. 0: the one that the model's training chose." />
    <${NumberField} label="Review within" value=${recipe.review_distance} changed=${changed("review_distance")}
      onChange=${(value) => onChange({ ...recipe, review_distance: value })}
      hint="A part whose score is so near to the threshold is marked for a person to look at. 0: none is. The Model page goes back to the trained width." />
    <ul class="rows">
      ${recipes.map((entry) => html`
        <li key=${entry.name}><div><b>${entry.name}</b>
            <p class="quiet small">newest: version ${entry.version}, ${showDateTime(entry.created_at)}, ${entry.author}</p></div>
          ${entry.name === current ? html`<span class="tag">version ${running.version} runs</span>`
            : html`<button onClick=${() => activate(entry.name)}>Run</button>`}</li>`)}
    </ul>
    ${versions.length > 1 && html`
      <details><summary>Earlier versions of ${current}</summary>
        <ul class="rows">
          ${versions.filter(({ version }) => version !== running.version).map((entry) => html`
            <li key=${entry.version}><div><b>Version ${entry.version}</b>
                <p class="quiet small">${showDateTime(entry.created_at)}, ${entry.author}</p></div>
              <button onClick=${() => activate(current, entry.version)}>Run</button></li>`)}
        </ul>
      </details>`}
    <div class="inline-form">
      <${TextField} label="New recipe from these settings" value=${name} onChange=${setName} placeholder="name, such as cover-left" />
      <button disabled=${!NAME.test(name)} onClick=${() => { onChange({ ...recipe, name }); setName(""); }}>Copy</button>
    </div>
    <div class="button-row">
      ${current && html`<a class="button" href=${address.toml(current, running.version)} download=${`${current}.toml`}>Export TOML</a>`}
      <label class="button">Import TOML<input class="visually-hidden" type="file" accept=".toml,text/plain" onChange=${importFile} /></label>
    </div>`;
}
