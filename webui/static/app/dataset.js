// A dataset as the Training page follows it: its counts, its pictures, what is done to them.
import { get, patch, post, query, remove, upload } from "./api.js";
import { useCallback, useEffect, useState } from "./preact.js";
import { useEvent } from "./events.js";
import { attempt, notify } from "./notices.js";

export const NORMAL_NEEDED = 20;
const PAGE = 60;

export const listDatasets = async () => (await get("datasets")).datasets;
export const countsOf = (datasets, name) =>
  datasets.find((dataset) => dataset.name === name) ?? { normal: 0, anomaly: 0, removed: 0, last_picture_id: null };

/** Pictures of `dataset` shown by `filter` ("all", "normal", "anomaly", "removed"), newest first. */
export function usePictures(dataset, filter) {
  const [datasets, setDatasets] = useState([]);
  const [pictures, setPictures] = useState([]);
  const [more, setMore] = useState(false);

  const load = useCallback(async (before) => {
    const label = filter === "normal" || filter === "anomaly" ? filter : null;
    const removed = filter === "removed" ? "true" : null;
    const found = dataset
      ? (await get(`datasets/${dataset}/pictures${query({ label, removed, before, limit: PAGE })}`)).pictures : [];
    setMore(found.length === PAGE);
    setPictures((shown) => (before ? [...shown, ...found] : found));
  }, [dataset, filter]);

  const reload = useCallback(() => attempt(async () => {
    const known = await listDatasets();
    setDatasets(known);
    if (known.some(({ name }) => name === dataset)) await load();
    else setPictures([]);
  }), [dataset, load]);

  useEffect(() => { reload(); }, [reload]);
  useEvent("picture", reload);
  useEvent("open", reload);

  const removePicture = (picture) => attempt(async () => {
    await remove(`pictures/${picture.picture_id}`);
    await reload();
    notify(`Picture ${picture.picture_id} is removed.`, { action: { label: "Undo", run: () => restorePicture(picture) } });
  });
  const restorePicture = (picture) => attempt(async () => {
    await post(`pictures/${picture.picture_id}/restore`);
    await reload();
  });
  const relabel = (picture, label) => attempt(async () => {
    await patch(`pictures/${picture.picture_id}`, { label });
    await reload();
    notify(`Picture ${picture.picture_id} is ${label} now.`, {
      action: { label: "Undo", run: () => relabel(picture, picture.label) },
    });
  });
  const addFiles = async (files, label) => {
    let last = null;
    for (const file of files) {
      last = (await attempt(() => upload(dataset, file, label))) ?? last;
    }
    await reload();
    return last;
  };
  return {
    datasets, pictures, counts: countsOf(datasets, dataset),
    loadMore: more ? () => attempt(() => load(pictures.at(-1).picture_id)) : null,
    removePicture, restorePicture, relabel, addFiles,
  };
}
