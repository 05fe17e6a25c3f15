// Step 2: pictures of good parts, and of bad ones where there are any.
import { html, useCallback, useEffect, useState } from "../preact.js";
import { address, post, put } from "../api.js";
import { refreshStatus, stationStatus, useEvent } from "../events.js";
import { attempt } from "../notices.js";
import { NORMAL_NEEDED, usePictures } from "../dataset.js";
import { useStore } from "../store.js";
import { DatasetChoice } from "../components/dataset_choice.js";
import { TriggerIcon } from "../components/icons.js";
import { LabelChoice } from "../components/label_choice.js";
import { LiveView } from "../components/live_view.js";
import { NearCopy } from "../components/near_copy.js";
import { PictureGrid } from "../components/picture_grid.js";
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

export function TrainingPage() {
  const status = useStore(stationStatus);
  const [dataset, setDataset] = useState(() => sessionStorage.getItem("dataset"));
  const [filter, setFilter] = useState("all");
  const [last, setLast] = useState(null);
  const [nearCopy, setNearCopy] = useState(null);
  const [busy, setBusy] = useState(false);
  const chosen = dataset ?? status?.dataset;
  const store = usePictures(chosen, filter);

  useEffect(() => {
    if (!chosen && status) setDataset(store.datasets[0]?.name ?? FIRST_DATASET);
  }, [chosen, status, store.datasets]);
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
  const ready = collecting && status.camera_state === "streaming";

  const setMode = (body) => attempt(async () => { await put("mode", body); await refreshStatus(); });
  const collect = (wanted) => setMode({ mode: "collect", dataset: chosen, label: wanted });
  const choose = (name) => {
    setDataset(name);
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
  const filters = [
    ["all", `All ${store.counts.normal + store.counts.anomaly}`], ["normal", `Normal ${store.counts.normal}`],
    ["anomaly", `Anomaly ${store.counts.anomaly}`], ["removed", `Removed ${store.counts.removed}`],
  ];

  return html`
    <main class="bench">
      <h1 class="visually-hidden">Training</h1>
      <section class="bench-stage scrolling">
        ${nearCopy
          ? html`<${NearCopy} picture=${nearCopy} onRemove=${removeCopy} onKeep=${() => setNearCopy(null)} />`
          : html`<${LiveView} width=${status?.acquisition?.width} height=${status?.acquisition?.height} />`}
        <section class="gallery" aria-label="Pictures of the dataset">
          <${Tabs} label="Show" options=${filters} value=${filter} onChange=${setFilter} />
          <${PictureGrid} pictures=${store.pictures} onRelabel=${store.relabel} onRemove=${store.removePicture}
            onRestore=${store.restorePicture} />
          ${store.loadMore && html`<button onClick=${store.loadMore}>Show older pictures</button>`}
        </section>
      </section>
      <aside class="panel">
        <div class="panel-body">
          ${inspecting && html`
            <div class="message across"><p>Inspection is running.</p>
              <button onClick=${() => setMode({ mode: "live" })}>Stop it</button></div>`}
          <${DatasetChoice} datasets=${store.datasets} value=${chosen} onChange=${choose} />
          <${LabelChoice} value=${label} counts=${store.counts} needed=${NORMAL_NEEDED} disabled=${!chosen || inspecting} onChange=${collect} />
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
