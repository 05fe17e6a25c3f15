// Step 2: pictures of good parts, and of bad ones where there are any.
import { html, useCallback, useEffect, useState } from "../preact.js";
import { address, post, put } from "../api.js";
import { refreshStatus, stationStatus, useEvent } from "../events.js";
import { attempt } from "../notices.js";
import { NORMAL_NEEDED, usePictures } from "../dataset.js";
import { isRunning } from "../jobs.js";
import { useReview } from "../dataset_review.js";
import { useStore } from "../store.js";
import { BoxEditor } from "../components/box_editor.js";
import { ChangeHistory } from "../components/change_history.js";
import { DatasetChoice } from "../components/dataset_choice.js";
import { DatasetReview } from "../components/dataset_review.js";
import { TriggerIcon } from "../components/icons.js";
import { LabelChoice } from "../components/label_choice.js";
import { LiveView } from "../components/live_view.js";
import { NearCopy } from "../components/near_copy.js";
import { PictureFilter } from "../components/picture_filter.js";
import { PictureGrid } from "../components/picture_grid.js";
import { SelectionBar } from "../components/selection_bar.js";
import { SplitDealing } from "../components/split_dealing.js";
import { Tabs } from "../components/tabs.js";
import { UploadArea } from "../components/upload_area.js";
import { useSpaceBar } from "../keyboard.js";

const WAIT_MS = 3000;
const FIRST_DATASET = "parts";

function LastPicture({ picture }) {
  if (!picture) return null;
  return html`
    <figure class="last-picture" data-testid="last-picture">
      <img src=${address.thumbnail(picture.picture_id)} alt="The last picture" />
      <figcaption class="small">Last: picture ${picture.picture_id}, <b>${picture.label}</b></figcaption>
    </figure>`;
}

const ALL = { show: "all" };

/** The pictures of the dataset: which are shown, what a check found, what is done to many at once. */
function Gallery({ dataset, store, filter, onFilter }) {
  const [selection, setSelection] = useState(null);
  const [more, setMore] = useState(false);
  const [version, setVersion] = useState(0);
  const [drawing, setDrawing] = useState(null);
  const { counts, pictures } = store;
  const review = useReview(dataset, version + pictures.length);
  useEffect(() => { setSelection(null); }, [dataset, filter.show]);

  const changed = (done) => { setVersion((before) => before + 1); return done; };
  const change = async (...what) => changed(await store.change(...what));
  const select = (id) => setSelection((chosen) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    return next;
  });
  const changeSelected = async (values, words) => {
    if (await change([...selection], values, words)) setSelection(new Set());
  };
  const tabs = [
    ["all", `All ${counts.normal + counts.anomaly}`], ["normal", `Normal ${counts.normal}`],
    ["anomaly", `Anomaly ${counts.anomaly}`], ["removed", `Removed ${counts.removed}`],
  ];
  const one = (act) => async (...what) => changed(await act(...what));
  return html`
    <section class="gallery" aria-label="Pictures of the dataset">
      <div class="gallery-head">
        <${Tabs} label="Show" options=${tabs} value=${filter.show} onChange=${(show) => onFilter({ ...filter, show })} />
        ${counts.normal + counts.anomaly + counts.removed > 0 && html`
          <div class="button-row">
            <button aria-expanded=${more} onClick=${() => setMore(!more)}>More</button>
            <button aria-pressed=${selection !== null} onClick=${() => setSelection(selection ? null : new Set())}>Select</button>
            <button disabled=${isRunning(review.job)} onClick=${review.start}>Check the pictures</button>
          </div>`}
      </div>
      ${more && html`
        <div class="card">
          <${PictureFilter} counts=${counts} filter=${filter} onChange=${onFilter} />
          <${SplitDealing} onDeal=${one(store.deal)} />
          <${ChangeHistory} dataset=${dataset} version=${version} onUndo=${one(store.undo)} />
        </div>`}
      <${DatasetReview} review=${review.review} job=${review.job} log=${review.log} onJob=${review.follow} onKeep=${review.keep}
        onRemedy=${({ words, picture_ids: ids, change: values }) => change(ids, values, `Done: ${words.toLowerCase()}.`)} />
      <${PictureGrid} pictures=${pictures} selection=${selection ?? new Set()} onSelect=${selection && select}
        onBoxes=${(picture) => setDrawing(picture.picture_id)} onRelabel=${one(store.relabel)} onRemove=${one(store.removePicture)} onRestore=${one(store.restorePicture)} />
      ${drawing && html`<${BoxEditor} pictures=${pictures} first=${drawing} classes=${counts.box_classes}
        onSave=${one(store.drawBoxes)} onClose=${() => setDrawing(null)} />`}
      ${store.loadMore && html`<button onClick=${store.loadMore}>Show older pictures</button>`}
      ${selection && html`
        <${SelectionBar} selected=${[...selection]} removed=${filter.show === "removed"}
          known=${{ batch: counts.batches, defect_type: counts.defect_types }} onChange=${changeSelected}
          onAll=${() => setSelection(new Set(pictures.map(({ picture_id: id }) => id)))} onDone=${() => setSelection(null)} />`}
    </section>`;
}

export function TrainingPage() {
  const status = useStore(stationStatus);
  const [dataset, setDataset] = useState(() => sessionStorage.getItem("dataset"));
  const [filter, setFilter] = useState(ALL);
  const [last, setLast] = useState(null);
  const [nearCopy, setNearCopy] = useState(null);
  const [busy, setBusy] = useState(false);
  const chosen = dataset ?? status?.dataset;
  const store = usePictures(chosen, filter);

  useEffect(() => {
    if (!chosen && status && store.isRead) setDataset(store.datasets[0]?.name ?? FIRST_DATASET);
  }, [chosen, status, store.isRead]);
  useEffect(() => { if (dataset) sessionStorage.setItem("dataset", dataset); }, [dataset]);

  const show = useCallback((picture) => {
    setLast(picture);
    setNearCopy(picture.near_copy_of ? picture : null);
  }, []);
  useEvent("picture", useCallback((event) => show(event.picture), [show]));

  const collecting = status?.mode === "collect" && status.dataset === chosen;
  const label = collecting ? status.label : null;
  const inspecting = status?.mode === "inspect";
  const byLine = status?.recipe?.recipe.trigger.type === "line";
  const part = status?.recipe?.recipe.detection?.part;
  const ready = collecting && status.camera_state === "streaming";

  const setMode = (body) => attempt(async () => { await put("mode", body); await refreshStatus(); });
  const collect = (wanted) => setMode({ mode: "collect", dataset: chosen, label: wanted });
  const choose = (name) => {
    setDataset(name);
    setFilter(ALL);
    setLast(null);
    setNearCopy(null);
    // The next trigger must not land in the dataset that was left.
    if (collecting) setMode({ mode: "collect", dataset: name, label });
  };
  const trigger = async () => {
    if (!ready || busy) return;
    setBusy(true);
    const answer = await attempt(() => post("trigger", { wait_ms: WAIT_MS }));
    if (answer?.picture) show(answer.picture);
    setBusy(false);
  };
  useSpaceBar(trigger);

  const removeCopy = () => { store.removePicture(nearCopy); setNearCopy(null); };

  return html`
    <main class="bench">
      <h1 class="visually-hidden">Training</h1>
      <section class="bench-stage scrolling">
        ${nearCopy
          ? html`<${NearCopy} picture=${nearCopy} onRemove=${removeCopy} onKeep=${() => setNearCopy(null)} />`
          : html`<${LiveView} width=${status?.acquisition?.width} height=${status?.acquisition?.height} />`}
        <${Gallery} dataset=${chosen} store=${store} filter=${filter} onFilter=${setFilter} />
      </section>
      <aside class="panel">
        <div class="panel-body">
          ${inspecting && html`
            <div class="message across"><p>Inspection is running.</p>
              <button onClick=${() => setMode({ mode: "live" })}>Stop it</button></div>`}
          <${DatasetChoice} datasets=${store.datasets} value=${chosen} onChange=${choose} />
          <${LabelChoice} value=${label} counts=${store.counts} needed=${NORMAL_NEEDED} disabled=${!chosen || inspecting} onChange=${collect} />
          ${part && html`<p class="quiet small">Of the camera's pictures only the part is kept, cut out (<b>${part.name}</b>). Files are
            added as they are: give cut-out ones.</p>`}
          <${LastPicture} picture=${last} />
          <${UploadArea} label=${label} disabled=${!label}
            onFiles=${async (files) => { const added = await store.addFiles(files, label); if (added) show(added); }} />
          ${collecting && html`<button onClick=${() => setMode({ mode: "live" })}>Stop collecting</button>`}
        </div>
        <footer class="panel-foot">
          <p class="quiet small">${!label ? "Choose what the next pictures show."
            : byLine ? "The camera's line triggers; each part adds a picture."
            : html`Each trigger adds one <b>${label}</b> picture. The space bar works too.`}</p>
          <button class="primary giant" disabled=${!ready || busy || byLine} onClick=${trigger}><${TriggerIcon} size=${28} />Trigger</button>
        </footer>
      </aside>
    </main>`;
}
