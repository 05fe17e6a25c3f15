// Step 2: pictures of good parts, and of defective ones where there are any.

import { address, post, put } from "../api.js";
import { Button } from "../components/shared/button.js";
import { DatasetChoice } from "../components/shared/dataset_choice.js";
import { TriggerIcon } from "../components/shared/icons.js";
import { LiveView } from "../components/shared/live_view.js";
import { PlayedPicture } from "../components/shared/played_picture.js";
import { SplitChoice } from "../components/shared/split_choice.js";
import { Tabs } from "../components/shared/tabs.js";
import { BoxEditor } from "../components/training/box_editor.js";
import { BoxImport } from "../components/training/box_import.js";
import { ChangeHistory } from "../components/training/change_history.js";
import { DatasetReview } from "../components/training/dataset_review.js";
import { ExportDialog } from "../components/training/export_dialog.js";
import { ImportDialog } from "../components/training/import_dialog.js";
import { LabelChoice, Readiness } from "../components/training/label_choice.js";
import { MaskEditor } from "../components/training/mask_editor.js";
import { NearDuplicate } from "../components/training/near_duplicate.js";
import { PictureFilter } from "../components/training/picture_filter.js";
import { PictureGrid } from "../components/training/picture_grid.js";
import { PictureUpload } from "../components/training/picture_upload.js";
import { QuickModelLine } from "../components/training/quick_model_line.js";
import { SelectionBar } from "../components/training/selection_bar.js";
import { TrainTestSplit } from "../components/training/train_test_split.js";
import { TrainingProgress } from "../components/training/training_progress.js";
import { html, useCallback, useEffect, useState } from "../preact.js";
import { query } from "../pure/query.js";
import { NORMAL_NEEDED, usePictures } from "../state/dataset.js";
import { useDatasetImport } from "../state/dataset_import.js";
import { useDatasetReview } from "../state/dataset_review.js";
import { refreshStatus, stationStatus, useEvent } from "../state/events.js";
import { createOrder } from "../state/in_order.js";
import { isRunning, useJob } from "../state/jobs.js";
import { attempt, notify } from "../state/notices.js";
import { useShortcut } from "../state/shortcuts.js";
import { useStore } from "../state/store.js";
import { trainingWords, useTraining, whyNoTraining } from "../state/training.js";
import { useUploadedPicture } from "../state/uploads.js";
import { richText } from "../texts/rich_text.js";
import { text } from "../texts/texts.js";

/** @import { Filter } from "../state/dataset.js" */
/** @import { FollowedJob } from "../state/jobs.js" */

const WAIT_MS = 3000;
const FIRST_DATASET = "parts";
/** A picture gets the label and the dataset that were chosen before its trigger. */
const inOrder = createOrder();

/** @param {{picture: Picture | null}} props */
function LastPicture({ picture }) {
  if (!picture) return null;
  return html`
    <figure class="last-picture" data-testid="last-picture">
      <img src=${address.thumbnail(picture.picture_id)} alt=${text("pictures-last")} />
      <figcaption class="small">${richText("pictures-last-words", {
        id: String(picture.picture_id),
        label: text(`label-${picture.label}`),
        split: picture.split ?? "none",
      })}</figcaption>
    </figure>`;
}

/** @type {Filter} */
const ALL = { show: "all" };

/**
 * The pictures of the dataset: which are shown, what a check found, what is done to many at once.
 * @param {{
 *   dataset: string | null | undefined,
 *   store: ReturnType<typeof usePictures>,
 *   followed: FollowedJob,
 *   filter: Filter,
 *   onFilter: Setter<Filter>,
 * }} props
 */
function Gallery({ dataset, store, followed, filter, onFilter }) {
  const [selection, setSelection] = useState(/** @type {Set<number> | null} */ (null));
  const [more, setMore] = useState(false);
  const [version, setVersion] = useState(0);
  const [drawing, setDrawing] = useState(/** @type {number | null} */ (null));
  const [masking, setMasking] = useState(/** @type {number | null} */ (null));
  const [exchange, setExchange] = useState(/** @type {"import" | "export" | null} */ (null));
  const { counts } = store;
  const pictures = store.pictures ?? [];
  const review = useDatasetReview(dataset, version + pictures.length, followed);
  useEffect(() => {
    setSelection(null);
  }, [dataset, filter.show]);

  /**
   * Does it, and then reads what depends on the pictures again.
   * @template {unknown[]} What
   * @template Done
   * @param {(...what: What) => Promise<Done>} act
   */
  const reviewAfter =
    (act) =>
    async (/** @type {What} */ ...what) => {
      const done = await act(...what);
      setVersion((before) => before + 1);
      return done;
    };
  const change = reviewAfter(store.change);
  const reload = reviewAfter(store.reload);
  const imports = useDatasetImport(dataset, followed, (job) => {
    reload();
    if (exchange !== "import")
      notify(text("import-ended", { state: job.state }), {
        kind: job.state === "failed" ? "fault" : "done",
        action: { label: text("show"), run: () => setExchange("import") },
      });
  });
  /** @param {number} id */
  const select = (id) =>
    setSelection((chosen) => {
      const next = new Set(chosen);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  /** @type {(values: object, words: string) => Promise<void>} */
  const changeSelected = async (values, words) => {
    if (await change([...(selection ?? [])], values, words))
      setSelection((now) => now && new Set());
  };
  const tabs = [
    ["all", text("pictures-show-all", { count: counts.normal + counts.anomaly })],
    ["normal", text("pictures-show-normal", { count: counts.normal })],
    ["anomaly", text("pictures-show-anomaly", { count: counts.anomaly })],
    ["removed", text("pictures-show-removed", { count: counts.removed })],
  ];
  return html`
    <section class="gallery" aria-label=${text("pictures-title")}>
      <div class="gallery-head">
        <${Tabs} label=${text("show")} options=${tabs} value=${filter.show} onChange=${(/** @type {string} */ show) => onFilter({ ...filter, show })} />
        <div class="button-row">
          ${
            counts.normal + counts.anomaly + counts.removed > 0 &&
            html`
            <button aria-expanded=${more} onClick=${() => setMore(!more)}>${text("more")}</button>
            <button aria-pressed=${selection !== null} onClick=${() => setSelection(selection ? null : new Set())}>${text("pictures-select")}</button>
            <${Button} whyNot=${isRunning(followed.job) && text("dataset-job-runs")} onClick=${review.start}>${text("dataset-check")}<//>`
          }
          ${counts.normal + counts.anomaly > 0 && html`<a class="button" href=${`/dataset${query({ dataset })}`} data-page>${text("page-dataset")}</a>`}
          ${dataset && html`<button onClick=${() => setExchange("import")}>${text("import-button")}</button>`}
          ${counts.normal + counts.anomaly > 0 && html`<button onClick=${() => setExchange("export")}>${text("export-button")}</button>`}
        </div>
      </div>
      ${
        more &&
        html`
        <div class="card">
          <${PictureFilter} counts=${counts} filter=${filter} onChange=${onFilter} />
          <${TrainTestSplit} onSplit=${reviewAfter(store.split)} />
          <${BoxImport} key=${dataset} onImport=${reviewAfter(store.importLabels)} />
          <${ChangeHistory} dataset=${dataset} version=${version} onUndo=${reviewAfter(store.undo)} />
        </div>`
      }
      <${DatasetReview} review=${review.review} job=${review.job} log=${review.log} onJob=${review.follow} onKeep=${review.keep}
        onRemedy=${(/** @type {Remedy} */ { words, picture_ids: ids, change: values }) => change(ids, values, text("dataset-remedied", { words }))} />
      ${
        store.pictures &&
        html`<${PictureGrid} pictures=${pictures} selection=${selection ?? new Set()} onSelect=${selection && select}
        onBoxes=${(/** @type {Picture} */ picture) => setDrawing(picture.picture_id)} onMask=${(/** @type {Picture} */ picture) => setMasking(picture.picture_id)} onRelabel=${reviewAfter(store.relabel)} onRemove=${reviewAfter(store.removePicture)} onRestore=${reviewAfter(store.restorePicture)} />`
      }
      ${
        drawing &&
        html`<${BoxEditor} pictures=${pictures} first=${drawing} classes=${counts.box_classes}
        onSave=${reviewAfter(store.drawBoxes)} onClose=${() => setDrawing(null)} />`
      }
      ${
        masking &&
        html`<${MaskEditor} pictures=${pictures} first=${masking} known=${[...counts.mask_classes, ...counts.defect_types]}
        onSave=${reviewAfter(store.takeMask)} onDelete=${reviewAfter(store.deleteMask)} onClose=${() => setMasking(null)} />`
      }
      ${
        dataset &&
        exchange === "import" &&
        html`<${ImportDialog} dataset=${dataset} imports=${imports} onClose=${() => setExchange(null)} />`
      }
      ${dataset && exchange === "export" && html`<${ExportDialog} dataset=${dataset} counts=${counts} onClose=${() => setExchange(null)} />`}
      ${store.loadMore && html`<button onClick=${store.loadMore}>${text("pictures-show-older")}</button>`}
      ${
        selection &&
        html`
        <${SelectionBar} selected=${[...selection]} removed=${filter.show === "removed"}
          known=${{ batch: counts.batches, defect_type: counts.defect_types }} onChange=${changeSelected}
          onAll=${() => setSelection(new Set(pictures.map(({ picture_id: id }) => id)))} onDone=${() => setSelection(null)} />`
      }
    </section>`;
}

/**
 * Why no picture can be taken now.
 * @param {StationStatus | null} status
 * @param {boolean} isChosen
 */
function whyNotTrigger(status, isChosen) {
  if (status?.mode === "inspect") return text("training-inspection-first");
  return text(isChosen ? "training-camera-awaited" : "training-label-first");
}

export function TrainingPage() {
  const status = useStore(stationStatus);
  const [dataset, setDataset] = useState(() => sessionStorage.getItem("dataset"));
  const [filter, setFilter] = useState(ALL);
  const [lastOfAny, setLast] = useState(/** @type {Picture | null} */ (null));
  const [nearCopyOfAny, setNearCopy] = useState(/** @type {Picture | null} */ (null));
  const [busy, setBusy] = useState(false);
  const [nextSplit, setNextSplit] = useState(/** @type {Split | null} */ (null));
  const chosen = dataset ?? status?.dataset;
  // A picture can come in after its dataset was left.
  const last = lastOfAny?.dataset === chosen ? lastOfAny : null;
  const nearCopy = nearCopyOfAny?.dataset === chosen ? nearCopyOfAny : null;
  const store = usePictures(chosen, filter);
  const followed = useJob();
  const { training, start: startTraining } = useTraining(chosen, followed);
  const canTrain = chosen && store.counts.normal >= NORMAL_NEEDED;
  const reason = whyNoTraining(chosen, store.counts, followed.job);

  useEffect(() => {
    if (chosen || !status || !store.isRead) return;
    // Effects run late: a person may have chosen meanwhile.
    setDataset((now) => now ?? store.datasets[0]?.name ?? FIRST_DATASET);
  }, [chosen, status, store.isRead]);
  useEffect(() => {
    if (dataset) sessionStorage.setItem("dataset", dataset);
  }, [dataset]);

  const show = useCallback((/** @type {Picture} */ picture) => {
    setLast(picture);
    setNearCopy(picture.near_copy_of ? picture : null);
  }, []);
  useEvent(
    "picture",
    useCallback((/** @type {{picture: Picture}} */ event) => show(event.picture), [show]),
  );
  useUploadedPicture(show);

  const collecting = status?.mode === "collect" && status.dataset === chosen;
  const label = collecting ? status.label : null;
  const split = collecting ? (status.split ?? null) : nextSplit;
  const inspecting = status?.mode === "inspect";
  const byLine = status?.recipe?.recipe.trigger.type === "line";
  const part = status?.recipe?.recipe.detection?.part;
  const ready = collecting && status.camera_state === "streaming";

  /** @param {{mode: StationStatus["mode"], dataset?: string, label?: Label | null, split?: Split | null}} body */
  const setMode = (body) =>
    inOrder(() =>
      attempt(async () => {
        await put("mode", body);
        await refreshStatus();
      }),
    );
  /** @param {Label} wanted */
  const collect = (wanted) =>
    chosen && setMode({ mode: "collect", dataset: chosen, label: wanted, split });
  /** @param {Split | null} wanted */
  const chooseSplit = (wanted) => {
    setNextSplit(wanted);
    if (collecting)
      setMode({ mode: "collect", dataset: chosen ?? undefined, label, split: wanted });
  };
  /** @param {string} name */
  const choose = (name) => {
    setDataset(name);
    setFilter(ALL);
    setLast(null);
    setNearCopy(null);
    // The next trigger must not land in the dataset that was left.
    if (collecting) setMode({ mode: "collect", dataset: name, label, split });
  };
  const trigger = async () => {
    if (!ready || busy) return;
    setBusy(true);
    const answer = await inOrder(() => attempt(() => post("trigger", { wait_ms: WAIT_MS })));
    if (answer?.picture) show(answer.picture);
    refreshStatus();
    setBusy(false);
  };
  useShortcut("Space", text("training-trigger-effect"), trigger);

  return html`
    <main class="bench training">
      <h1 class="visually-hidden">${text("page-training")}</h1>
      <section class="bench-stage scrolling">
        ${
          nearCopy?.near_copy_of
            ? html`<${NearDuplicate} picture=${nearCopy} copyOf=${nearCopy.near_copy_of} onRemove=${() => {
                store.removePicture(nearCopy);
                setNearCopy(null);
              }} onKeep=${() => setNearCopy(null)} />`
            : html`<${LiveView} width=${status?.acquisition?.width} height=${status?.acquisition?.height} />
              <${PlayedPicture} />`
        }
        <${Gallery} dataset=${chosen} store=${store} followed=${followed} filter=${filter} onFilter=${setFilter} />
      </section>
      <aside class="panel">
        <div class="panel-body">
          ${
            inspecting &&
            html`
            <div class="message across"><p id="why-not-collect">${text("training-inspection-runs")}</p>
              <button onClick=${() => setMode({ mode: "live" })}>${text("stop")}</button></div>`
          }
          ${training && html`<${TrainingProgress} job=${training} log=${followed.log} onChange=${followed.follow} />`}
          <${DatasetChoice} datasets=${store.datasets} value=${chosen} onChange=${choose} />
          <${LabelChoice} value=${label} counts=${store.counts} disabled=${!chosen || inspecting} describedby="why-not-collect" onChange=${collect} />
          <${SplitChoice} label=${text("split-next")} value=${split} disabled=${!chosen || inspecting} describedby="why-not-collect" onChange=${chooseSplit} />
          <${Readiness} normal=${store.counts.normal} needed=${NORMAL_NEEDED} />
          <${QuickModelLine} dataset=${chosen} />
          ${canTrain && html`<p class="quiet small" data-testid="train-reason" id="train-reason">${reason ?? trainingWords(store.counts)}</p>`}
          ${
            part &&
            html`<p class="quiet small">${richText("training-cropped", { part: part.name })}</p>`
          }
          <${LastPicture} picture=${last} />
          <${PictureUpload} dataset=${chosen} label=${label} split=${split} />
          ${collecting && html`<button onClick=${() => setMode({ mode: "live" })}>${text("training-stop-collecting")}</button>`}
        </div>
        <footer class="panel-foot">
          <p class="quiet small" id="trigger-state">${
            !ready
              ? whyNotTrigger(status, Boolean(label))
              : byLine
                ? text("training-line-triggers")
                : richText("training-each-trigger", {
                    label: label ? text(`label-${label}`) : "",
                    split: split ?? "none",
                  })
          }</p>
          <div class="foot-row">
            <button class="primary giant" disabled=${!ready || busy || byLine} aria-describedby="trigger-state" onClick=${trigger}><${TriggerIcon} size=${28} />${text("trigger")}</button>
            ${canTrain && html`<button class="tall" disabled=${reason !== null} aria-describedby="train-reason" onClick=${startTraining}>${text("training-start")}</button>`}
          </div>
        </footer>
      </aside>
    </main>`;
}
