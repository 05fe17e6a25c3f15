// Step 3: a model from the pictures, how good it is, and which version is used.
import { html, useCallback, useEffect, useState } from "../preact.js";
import { get, post } from "../api.js";
import { stationStatus } from "../events.js";
import { countsOf, listDatasets, NORMAL_NEEDED } from "../dataset.js";
import { methodName, showCount, showDateTime, showRatio, showScore } from "../format.js";
import { isRunning, useJob } from "../jobs.js";
import { attempt, notify } from "../notices.js";
import { standingOf } from "../promotion.js";
import { applyRecipe, runningRecipe, runWithModel } from "../recipe.js";
import { useStore } from "../store.js";
import { DatasetSince } from "../components/dataset_since.js";
import { DetectorDetail } from "../components/detector_detail.js";
import { ChoiceField } from "../components/fields.js";
import { EngineBuilds } from "../components/engine_builds.js";
import { GrowthReport } from "../components/growth_report.js";
import { JobView } from "../components/job_view.js";
import { LearnFurther } from "../components/learn_further.js";
import { ModelFigures } from "../components/model_figures.js";
import { PromoteActions, PromotionHistory, RollBackAction } from "../components/promotion.js";
import { RegressionSet } from "../components/regression_set.js";
import { ShadowTrial } from "../components/shadow_trial.js";
import { demandOf, TrainingOptions, USUAL_OPTIONS } from "../components/training_options.js";

/** Jobs that make a version. */
const MADE_BY = new Set(["train", "grow", "train-detector"]);

const same = (a, b) => a && b && a.name === b.name && a.version === b.version;

function whyNot(dataset, counts, job) {
  if (!dataset) return "There is no dataset yet. Collect pictures on the Training page.";
  if (isRunning(job)) return MADE_BY.has(job.kind) ? "A training runs." : "A check runs.";
  const missing = NORMAL_NEEDED - counts.normal;
  return missing > 0 ? `${missing} more normal picture${missing === 1 ? "" : "s"} needed: ${counts.normal} of ${NORMAL_NEEDED} are there.` : null;
}

function summaryOf(model) {
  if (model.task === "detection") return `detector, ${showCount(model.classes.length)} class${model.classes.length === 1 ? "" : "es"}`;
  return `${methodName(model.method)}, ${model.metrics ? `F1 ${showRatio(model.metrics.f1)}` : "not measured"}`;
}

/** `inUse` are those that the recipe names. */
function Versions({ models, chosen, inUse, onChoose }) {
  if (!models.length) return html`<p class="quiet">No model yet.</p>`;
  return html`
    <ul class="versions">
      ${models.map((model) => html`
        <li key=${`${model.name} ${model.version}`}>
          <button aria-pressed=${Boolean(same(model, chosen))} onClick=${() => onChoose(model)}>
            <span><b>${model.name}</b> version ${model.version}
              ${inUse.some((one) => same(model, one)) && html`<span class="tag">in the recipe</span>`}
              ${model.broken && html`<span class="tag fault">broken</span>`}</span>
            <span class="small quiet">${model.broken ?? `${showDateTime(model.created_at)}, ${summaryOf(model)}`}</span>
          </button>
        </li>`)}
    </ul>`;
}

function Detail({ model, status, inUse, learning }) {
  const [manifest, setManifest] = useState(null);
  useEffect(() => {
    setManifest(null);
    if (!model.broken) attempt(async () => setManifest(await get(`models/${model.name}/${model.version}`)));
  }, [model.name, model.version]);
  if (model.broken) return html`<p class="message fault">This version can't be used: ${model.broken}</p>`;
  if (!same(manifest, model)) return html`<p class="quiet">Reading ${model.name} version ${model.version}…</p>`;
  return manifest.task === "detection" ? html`<${DetectorDetail} manifest=${manifest} learning=${learning} />`
    : html`<${AnomalyDetail} key=${`${model.name} ${model.version}`} model=${model} manifest=${manifest} status=${status} inUse=${inUse} />`;
}

function AnomalyDetail({ model, manifest, status, inUse }) {
  const [standing, setStanding] = useState(null);
  const [history, setHistory] = useState({ changes: [], version_before: null });
  const threshold = inUse ? status.threshold : null;
  const reload = useCallback(() => attempt(async () => {
    setHistory(await get("promotions?limit=20"));
    setStanding(await standingOf(model, threshold));
  }), [model.name, model.version, threshold]);
  useEffect(() => { reload(); }, [reload, status?.recipe?.version]);
  const use = () => attempt(async () => {
    await runWithModel(status, { name: model.name, version: model.version });
    notify(`The recipe uses ${model.name} version ${model.version} now.`);
  });
  const applyThreshold = (threshold) => attempt(async () => {
    await applyRecipe({ ...runningRecipe(status), threshold });
    notify(threshold === null ? "The recipe uses the trained threshold again." : `The recipe uses the threshold ${showScore(threshold)} now.`);
  });
  const applyReview = (distance) => attempt(async () => {
    await applyRecipe({ ...runningRecipe(status), review_distance: distance });
    notify(distance === 0 ? "No part is marked for review any more." : "Parts near the threshold are marked for review.");
  });
  return html`
    <header class="detail-head">
      <h1>${model.name} <span class="quiet">version ${model.version}</span></h1>
      ${inUse
        ? html`<div class="button-row"><p class="tag">in the recipe</p>
            ${history.version_before && html`<${RollBackAction} before=${history.version_before} onDone=${reload} />`}</div>`
        : runningRecipe(status).model
          ? html`<${PromoteActions} key=${`${model.name} ${model.version}`} model=${model} status=${status} standing=${standing} onDone=${reload} />`
          : html`<button class="strong" onClick=${use}>Use this version in the recipe</button>`}
    </header>
    <${ShadowTrial} running=${status?.trial?.version} onChange=${reload} />
    ${manifest.growth && html`<${GrowthReport} manifest=${manifest} />`}
    <${ModelFigures} manifest=${manifest} used=${inUse ? status.threshold : null} onUse=${inUse ? applyThreshold : null}
      distance=${inUse ? runningRecipe(status).review_distance ?? null : null} onReview=${inUse ? applyReview : null} />
    <${EngineBuilds} model=${model} />
    <${DatasetSince} model=${model} />
    <${RegressionSet} model=${model} standing=${standing} onChange=${reload} />
    <${PromotionHistory} changes=${history.changes} />`;
}

export function ModelPage() {
  const status = useStore(stationStatus);
  const { job, log, follow } = useJob();
  const [datasets, setDatasets] = useState([]);
  const [methods, setMethods] = useState([]);
  const [models, setModels] = useState([]);
  const [dataset, setDataset] = useState(() => sessionStorage.getItem("dataset"));
  const [options, setOptions] = useState(USUAL_OPTIONS);
  const [chosen, setChosen] = useState(null);

  const loadModels = useCallback(() => attempt(async () => {
    const found = (await get("models")).models;
    setModels(found.sort((a, b) => (b.created_at ?? "").localeCompare(a.created_at ?? "")));
  }), []);
  useEffect(() => {
    attempt(async () => setDatasets(await listDatasets()));
    attempt(async () => setMethods((await get("methods")).methods));
    loadModels();
  }, []);
  useEffect(() => {
    if (!MADE_BY.has(job?.kind) || job.state !== "succeeded") return;
    loadModels();
    if (job.result) setChosen(job.result);
  }, [job?.job_id, job?.state]);

  const known = datasets.some(({ name }) => name === dataset) ? dataset : datasets[0]?.name;
  const counts = countsOf(datasets, known);
  const unusable = methods.find(({ type }) => type === options.method)?.why_not;
  const reason = whyNot(known, counts, job) ?? (unusable ? "This method can't be used here." : null);
  const inUse = status?.recipe?.recipe.model;
  const shown = models.find((model) => same(model, chosen)) ?? models.find((model) => same(model, inUse)) ?? models[0];
  const learning = {
    dataset: known, disabled: isRunning(job), onStart: follow, state: `${counts.normal} ${counts.anomaly} ${job?.job_id} ${job?.state}`,
  };
  const train = () => attempt(async () => follow(await post("jobs/train", {
    dataset: known, ...demandOf(options),
  })));

  return html`
    <main class="bench">
      <section class="bench-stage reading" aria-label="Model">
        ${shown ? html`<${Detail} model=${shown} status=${status} inUse=${same(shown, inUse)} learning=${learning} />`
          : html`<div class="empty-page"><h1>No model yet</h1>
              <p class="quiet">A model learns from normal pictures what a good part looks like. It takes seconds.</p></div>`}
      </section>
      <aside class="panel">
        <div class="panel-body">
          ${datasets.length > 0 && html`<${ChoiceField} label="Dataset" value=${known} onChange=${setDataset}
            options=${datasets.map(({ name, normal, anomaly }) => [name, `${name} (${normal} normal, ${anomaly} anomalous)`])} />`}
          <${TrainingOptions} methods=${methods} options=${options} onChange=${setOptions} />
          ${job && html`<${JobView} job=${job} log=${log} onChange=${follow} />`}
          <h2>Versions</h2>
          <${Versions} models=${models} chosen=${shown} inUse=${[inUse, status?.recipe?.recipe.detection?.model]} onChoose=${setChosen} />
        </div>
        <footer class="panel-foot">
          ${shown?.task === "anomaly" && known && html`<${LearnFurther} model=${shown} ...${learning} />`}
          <p class="quiet small" data-testid="train-reason">${reason ?? `Learns from ${counts.normal} normal pictures${counts.anomaly ? `, measured on ${counts.anomaly} anomalous ones` : ""}.`}</p>
          <button class="primary" disabled=${reason !== null} onClick=${train}>Train</button>
        </footer>
      </aside>
    </main>`;
}
