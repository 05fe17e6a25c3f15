import { html, useCallback, useEffect, useState } from "../preact.js";
import { address, get, post, query, remove, uploadKnown } from "../api.js";
import { listDatasets } from "../dataset.js";
import { showCount, showDateTime, showScore } from "../format.js";
import { attempt, notify } from "../notices.js";
import { checkVersion } from "../promotion.js";
import { ChoiceField } from "./fields.js";
import { RemoveIcon } from "./icons.js";
import { standingWords } from "./promotion.js";
import { VerdictTag } from "./verdict.js";
import { WhyDialog } from "./why_dialog.js";

const REMOVE = ["Its verdict is wrong", "Such parts aren't made any more", "The picture is bad"];
const VERDICTS = { normal: "OK", anomaly: "NG" };

function Picture({ picture, failure, onRemove }) {
  const { picture_id: id, verdict, source } = picture;
  return html`
    <li class="picture" data-testid=${`regression-${id}`} title=${source}>
      <a href=${address.regressionFile(id)} target="_blank" rel="noopener"><img src=${address.regressionThumbnail(id)} loading="lazy" alt=${`Known ${verdict}`} /></a>
      <p class="picture-label small"><${VerdictTag} outcome=${verdict} />
        ${failure && html`<span class="tag fault" title=${failure.problem ?? ""}>${failure.problem ? "not judged" : `scored ${showScore(failure.score)}`}</span>`}</p>
      <div class="picture-actions">
        <button class="icon plain" aria-label=${`Remove picture ${id} from the regression set`} title="Remove" onClick=${onRemove}><${RemoveIcon} size=${20} /></button>
      </div>
    </li>`;
}

/** Pictures of a dataset to tap: each goes into the set under its label. */
function FromDataset({ model, known, onAdded }) {
  const [datasets, setDatasets] = useState([]);
  const [dataset, setDataset] = useState(null);
  const [pictures, setPictures] = useState([]);
  useEffect(() => { attempt(async () => setDatasets(await listDatasets())); }, []);
  const chosen = dataset ?? datasets[0]?.name;
  useEffect(() => {
    if (chosen) attempt(async () => setPictures((await get(`datasets/${chosen}/pictures?limit=60`)).pictures));
  }, [chosen]);
  const add = (picture) => attempt(async () => {
    await post(`regression/${model}`, { picture_id: picture.picture_id, verdict: VERDICTS[picture.label] });
    onAdded();
  });
  const rest = pictures.filter((picture) => !known.has(picture.sha256));
  return html`
    ${datasets.length > 1 && html`<${ChoiceField} label="Dataset" value=${chosen} onChange=${setDataset} options=${datasets.map(({ name }) => [name, name])} />`}
    <ul class="picture-grid">
      ${rest.map((picture) => html`
        <li key=${picture.picture_id} class=${`picture ${picture.label}`}>
          <img src=${address.thumbnail(picture.picture_id)} loading="lazy" alt=${`Picture ${picture.picture_id}, ${picture.label}`} />
          <div class="picture-actions"><button onClick=${() => add(picture)}>Add as ${VERDICTS[picture.label]}</button></div>
        </li>`)}
    </ul>`;
}

function Add({ model, known, onAdded }) {
  const [way, setWay] = useState(null);
  const upload = (verdict) => (event) => attempt(async () => {
    for (const file of [...event.target.files]) await uploadKnown(model, file, verdict);
    onAdded();
  });
  const choose = (verdict) => html`<label class="button">Upload known ${verdict}<input class="visually-hidden" type="file" multiple
    accept="image/png,image/jpeg,image/tiff,image/bmp" onChange=${upload(verdict)} /></label>`;
  return html`
    <div class="button-row">
      <button aria-pressed=${way === "dataset"} onClick=${() => setWay(way ? null : "dataset")}>Add from the dataset</button>
      ${choose("OK")}${choose("NG")}
    </div>
    ${way && html`<${FromDataset} model=${model} known=${known} onAdded=${onAdded} />`}`;
}

/** The pictures that every version of a model has to get right, and how this one does. */
export function RegressionSet({ model, standing, onChange }) {
  const [set, setSet] = useState({ pictures: [], removed: [] });
  const [removing, setRemoving] = useState(null);
  const [checking, setChecking] = useState(false);
  const load = useCallback(() => attempt(async () => setSet(await get(`regression/${model.name}`))), [model.name]);
  useEffect(() => { load(); }, [load, standing?.set_sha256]);
  const changed = () => { load(); onChange(); };
  const check = () => attempt(async () => {
    setChecking(true);
    try { await checkVersion(model); } finally { setChecking(false); onChange(); }
  });
  const failures = new Map((standing?.failures ?? []).map((failure) => [failure.picture.picture_id, failure]));
  const order = [...set.pictures].sort((a, b) => failures.has(b.picture_id) - failures.has(a.picture_id));
  return html`
    <section class="regression" data-testid="regression" data-state=${standing?.state ?? ""} aria-label="Regression set">
      <div class="field-head"><h2>Regression set of ${model.name}: ${showCount(set.pictures.length)} picture${set.pictures.length === 1 ? "" : "s"}</h2>
        ${standing?.state === "unchecked" && html`<button disabled=${checking} onClick=${check}>${checking ? "Checking…" : "Check this version"}</button>`}</div>
      <p class=${standing?.state === "failed" ? "message fault" : "small quiet"}>${standingWords(standing)}</p>
      ${order.length > 0 && html`
        <ul class="picture-grid">
          ${order.map((picture) => html`<${Picture} key=${picture.picture_id} picture=${picture} failure=${failures.get(picture.picture_id)}
            onRemove=${() => setRemoving(picture)} />`)}
        </ul>`}
      <${Add} model=${model.name} known=${new Set(set.pictures.map(({ sha256 }) => sha256))} onAdded=${changed} />
      ${set.removed.length > 0 && html`
        <details><summary>Removed (${showCount(set.removed.length)})</summary>
          <ul class="rows">${set.removed.map((one) => html`
            <li key=${one.picture_id}><div><b>Known ${one.verdict}</b>, ${one.source}
              <p class="quiet small">${one.removed_why}; ${showDateTime(one.removed_at)}, ${one.removed_by}</p></div></li>`)}</ul>
        </details>`}
      ${removing && html`
        <${WhyDialog} title="Remove from the regression set" presets=${REMOVE} action="Remove" required onClose=${() => setRemoving(null)}
          onDone=${async (why) => { await remove(`regression/pictures/${removing.picture_id}${query({ why })}`); changed(); }}>
          <p>No version has to get this picture (known ${removing.verdict}, ${removing.source}) right any more. Who removed it, and why, is kept.</p>
        <//>`}
    </section>`;
}

/** Puts a part's picture into its model's regression set, by the verdict that a person knows. */
export function KnownVerdict({ inspection }) {
  if (!inspection.picture_path || !inspection.model) return null;
  const { name } = inspection.model;
  const add = (verdict) => attempt(async () => {
    await post(`regression/${name}`, { inspection_id: inspection.inspection_id, verdict });
    notify(`Every new version of ${name} has to call this part ${verdict}.`);
  });
  return html`
    <div class="field"><span class="field-label">Into the regression set of ${name}</span>
      <div class="button-row">
        <button onClick=${() => add("OK")}>It is OK</button>
        <button onClick=${() => add("NG")}>It is NG</button>
      </div></div>`;
}
