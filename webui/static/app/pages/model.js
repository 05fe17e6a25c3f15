// Step 3: a model from the pictures, its metrics, and the version in use.

import { AssessmentMessage, useAssessment } from "../components/model/assessment.js";
import { CompareVersions } from "../components/model/compare_versions.js";
import { DatasetDifference } from "../components/model/dataset_difference.js";
import { EngineBuilds } from "../components/model/engine_builds.js";
import { IncrementalTraining } from "../components/model/incremental_training.js";
import { IncrementalTrainingReport } from "../components/model/incremental_training_report.js";
import { ModelExchange } from "../components/model/model_exchange.js";
import { ModelExport } from "../components/model/model_export.js";
import { ModelMetrics } from "../components/model/model_metrics.js";
import { PromoteActions, PromotionHistory, RollBackAction } from "../components/model/promotion.js";
import { ShadowTrial } from "../components/model/shadow_trial.js";
import { TrainingOptions } from "../components/model/training_options.js";
import { ChoiceField } from "../components/shared/fields.js";
import { JobView } from "../components/shared/job_view.js";
import { late } from "../components/shared/late.js";
import { TryPicture } from "../components/shared/try_picture.js";
import { html, useEffect, useState } from "../preact.js";
import { methodName, showDateTime, showRatio, showScore } from "../pure/format.js";
import { runningRecipe } from "../pure/recipe.js";
import { USUAL_OPTIONS } from "../pure/training_options.js";
import { useAnswer } from "../state/answer.js";
import { countsOf } from "../state/dataset.js";
import { stationStatus } from "../state/events.js";
import { isRunning, useJob } from "../state/jobs.js";
import { useReload } from "../state/newest.js";
import { attempt, notify } from "../state/notices.js";
import { standingOf } from "../state/promotion.js";
import { applyRecipe, runWithModel } from "../state/recipe.js";
import { useStore } from "../state/store.js";
import { startTraining, trainingWords, whyNoTraining } from "../state/training.js";
import { useUploadsAdded } from "../state/uploads.js";
import { text } from "../texts/texts.js";

const ArchiveInspection = late("archive_inspection", async () => {
  const module = await import("../components/model/archive_inspection.js");
  return module.ArchiveInspection;
});

const DetectorDetail = late("detector_detail", async () => {
  const module = await import("../components/model/detector_detail.js");
  return module.DetectorDetail;
});
const RegressionSet = late("regression_set", async () => {
  const module = await import("../components/model/regression_set.js");
  return module.RegressionSet;
});

/** Jobs after which there is a new version. */
const BRINGS_VERSION = new Set(["train", "grow", "train-detector", "model_import"]);

/** @typedef {ModelVersion | null | undefined} MaybeVersion */

/** @type {(a: MaybeVersion, b: MaybeVersion) => boolean} */
const same = (a, b) => Boolean(a && b && a.name === b.name && a.version === b.version);

/** @param {ModelSummary} model */
function summaryOf(model) {
  const { classes, metrics } = model;
  const at = showDateTime(model.created_at);
  if (classes) return text("model-summary-detector", { at, classes: classes.length });
  const method = methodName(model.method ?? "");
  return metrics
    ? text("model-summary-anomaly", { at, method, f1: showRatio(metrics.f1) })
    : text("model-summary-unmeasured", { at, method });
}

/**
 * `inUse` are those that the recipe names.
 * @param {{
 *   models: ModelSummary[],
 *   chosen: MaybeVersion,
 *   inUse: MaybeVersion[],
 *   onChoose: Setter<ModelVersion>,
 * }} props
 */
function Versions({ models, chosen, inUse, onChoose }) {
  if (!models.length) return html`<p class="quiet">${text("model-none-listed")}</p>`;
  return html`
    <ul class="versions">
      ${models.map(
        (model) => html`
        <li key=${`${model.name} ${model.version}`}>
          <button aria-pressed=${same(model, chosen)} onClick=${() => onChoose(model)}>
            <span><b>${model.name}</b> ${text("model-version", { version: String(model.version) })}
              ${inUse.some((used) => same(model, used)) && html`<span class="tag">${text("model-in-use")}</span>`}
              ${model.assessment === "unusable" && html`<span class="tag fault">${text("model-finds-too-few")}</span>`}
              ${model.broken && html`<span class="tag fault">${text("model-broken")}</span>`}</span>
            <span class="small quiet">${model.broken ?? summaryOf(model)}</span>
          </button>
        </li>`,
      )}
    </ul>`;
}

/**
 * @param {{
 *   model: ModelSummary,
 *   models: ModelSummary[],
 *   status: StationStatus | null,
 *   inUse: boolean,
 *   learning: Learning,
 * }} props
 */
function Detail({ model, models, status, inUse, learning }) {
  const { answer: manifest } = useAnswer(
    model.broken ? null : `models/${model.name}/${model.version}`,
  );
  if (model.broken)
    return html`<p class="message fault">${text("model-unusable", { why: model.broken })}</p>`;
  if (!manifest)
    return html`<p class="quiet">${text("model-loading", { name: model.name, version: String(model.version) })}</p>`;
  return manifest.task === "detection"
    ? html`<${DetectorDetail} manifest=${manifest} learning=${learning} />`
    : html`<${AnomalyDetail} key=${`${model.name} ${model.version}`} model=${model} models=${models} manifest=${manifest} status=${status} inUse=${inUse} />`;
}

/**
 * @param {{
 *   model: ModelSummary,
 *   models: ModelSummary[],
 *   manifest: AnomalyManifest,
 *   status: StationStatus | null,
 *   inUse: boolean,
 * }} props
 */
function AnomalyDetail({ model, models, manifest, status, inUse }) {
  const [standing, setStanding] = useState(/** @type {RegressionStanding | null} */ (null));
  const threshold = inUse ? (status?.threshold ?? null) : null;
  const assessment = useAssessment(model, threshold);
  const recipeVersion = status?.recipe?.version;
  const { answer: history, reload: reloadHistory } = useAnswer(
    "promotions?limit=20",
    recipeVersion,
  );
  const reloadStanding = useReload(() => standingOf(model, threshold), setStanding, [
    model.name,
    model.version,
    threshold,
    recipeVersion,
  ]);
  const reload = () => {
    reloadHistory();
    reloadStanding();
  };
  const use = () =>
    attempt(async () => {
      await runWithModel(status, { name: model.name, version: model.version });
      notify(text("model-used", { name: model.name, version: String(model.version) }));
    });
  /** @param {number | null} threshold */
  const applyThreshold = (threshold) =>
    attempt(async () => {
      await applyRecipe({ ...runningRecipe(status), threshold });
      notify(
        threshold === null
          ? text("model-threshold-trained")
          : text("model-threshold-used", { threshold: showScore(threshold) }),
      );
    });
  /** @param {number | null} distance */
  const applyReview = (distance) =>
    attempt(async () => {
      await applyRecipe({ ...runningRecipe(status), review_distance: distance });
      notify(distance === 0 ? text("model-review-off") : text("model-review-on"));
    });
  return html`
    <header class="detail-head">
      <h1><bdi>${model.name}</bdi> <span class="quiet">${text("model-version", { version: String(model.version) })}</span></h1>
      ${
        inUse
          ? html`<div class="button-row"><p class="tag">${text("model-in-use")}</p>
            ${history?.version_before && html`<${RollBackAction} before=${history.version_before} onDone=${reload} />`}</div>`
          : runningRecipe(status).model
            ? html`<${PromoteActions} key=${`${model.name} ${model.version}`} model=${model} status=${status} standing=${standing} assessment=${assessment} onDone=${reload} />`
            : html`<button class=${assessment?.state === "unusable" ? "" : "strong"} onClick=${use}>${text("model-use")}</button>`
      }
    </header>
    <${AssessmentMessage} assessment=${manifest.metrics || assessment?.state !== "unknown" ? assessment : null} />
    <${ShadowTrial} running=${status?.trial?.version} onChange=${reload} />
    <${ArchiveInspection} model=${model} />
    ${manifest.growth && html`<${IncrementalTrainingReport} manifest=${manifest} growth=${manifest.growth} />`}
    <${ModelMetrics} manifest=${manifest} used=${threshold} onUse=${inUse ? applyThreshold : null}
      distance=${inUse ? (runningRecipe(status).review_distance ?? null) : null} onReview=${inUse ? applyReview : null} />
    <${CompareVersions} model=${model} models=${models} inUse=${runningRecipe(status).model} />
    <${EngineBuilds} model=${model} />
    <${DatasetDifference} model=${model} />
    <${RegressionSet} model=${model} standing=${standing} onChange=${reload} />
    <${PromotionHistory} changes=${history?.changes ?? []} />`;
}

export function ModelPage() {
  const status = useStore(stationStatus);
  const { job, log, follow } = useJob();
  const { answer: listed, reload: reloadDatasets } = useAnswer("datasets");
  const datasets = listed?.datasets ?? [];
  useUploadsAdded(reloadDatasets);
  const methods = useAnswer("methods").answer?.methods ?? [];
  const { answer: versions, reload: reloadModels } = useAnswer("models");
  const models = [...(versions?.models ?? [])].sort((a, b) =>
    (b.created_at ?? "").localeCompare(a.created_at ?? ""),
  );
  const [dataset, setDataset] = useState(() => sessionStorage.getItem("dataset"));
  const [options, setOptions] = useState(USUAL_OPTIONS);
  const [chosen, setChosen] = useState(/** @type {ModelVersion | null} */ (null));

  useEffect(() => {
    if (!job || !BRINGS_VERSION.has(job.kind) || job.state !== "succeeded") return;
    reloadModels();
    if (job.result) setChosen(/** @type {ModelVersion} */ (job.result));
  }, [job?.job_id, job?.state]);

  const known = (datasets.find(({ name }) => name === dataset) ?? datasets[0])?.name;
  const counts = countsOf(datasets, known);
  const unusable = methods.find(({ type }) => type === options.method)?.why_not;
  const reason =
    whyNoTraining(known, counts, job) ?? (unusable ? text("model-method-unavailable") : null);
  const inUse = status?.recipe?.recipe.model;
  const shown =
    models.find((model) => same(model, chosen)) ??
    models.find((model) => same(model, inUse)) ??
    models[0];
  const learning = {
    dataset: known,
    disabled: isRunning(job),
    onStart: follow,
    state: `${counts.normal} ${counts.anomaly} ${job?.job_id} ${job?.state}`,
  };
  const train = () => attempt(async () => follow(await startTraining(String(known), options)));

  return html`
    <main class="bench">
      <section class="bench-stage reading" aria-label=${text("page-model")}>
        ${
          shown
            ? html`<${Detail} model=${shown} models=${models} status=${status} inUse=${same(shown, inUse)} learning=${learning} />
              ${
                !shown.broken &&
                html`
                <${TryPicture} key=${`try ${shown.name} ${shown.version}`} model=${shown} recipe=${status?.recipe} />
                <${ModelExport} key=${`export ${shown.name} ${shown.version}`} model=${shown} />`
              }`
            : html`<div class="empty-page"><h1>${text("model-none")}</h1>
              <p class="quiet">${text("model-none-words")}</p></div>`
        }
      </section>
      <aside class="panel">
        <div class="panel-body">
          ${
            datasets.length > 0 &&
            html`<${ChoiceField} label=${text("model-dataset")} value=${known} onChange=${setDataset}
            options=${datasets.map(({ name, normal, anomaly }) => [name, text("model-dataset-counts", { name, normal, anomaly })])} />`
          }
          <${TrainingOptions} methods=${methods} options=${options} onChange=${setOptions} />
          ${job && html`<${JobView} job=${job} log=${log} onChange=${follow} />`}
          <h2>${text("model-versions")}</h2>
          <${Versions} models=${models} chosen=${shown} inUse=${[inUse, status?.recipe?.recipe.detection?.model]} onChoose=${setChosen} />
          <${ModelExchange} disabled=${isRunning(job)} onStart=${follow} />
        </div>
        <footer class="panel-foot">
          ${shown?.task === "anomaly" && known && html`<${IncrementalTraining} model=${shown} ...${learning} />`}
          <p class="quiet small" data-testid="train-reason" id="train-reason">${reason ?? trainingWords(counts)}</p>
          <button class="primary" disabled=${reason !== null} aria-describedby="train-reason" onClick=${train}>${text("model-train")}</button>
        </footer>
      </aside>
    </main>`;
}
