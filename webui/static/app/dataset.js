// A dataset as the Training page follows it: its counts, its pictures, what is done to them.
import { get, post, put, query, upload } from "./api.js";
import { describeBoxes } from "./boxes.js";
import { useCallback, useEffect, useState } from "./preact.js";
import { useEvent } from "./events.js";
import { attempt, notify } from "./notices.js";

export const NORMAL_NEEDED = 20;
const PAGE = 60;

export const listDatasets = async () => (await get("datasets")).datasets;
export const countsOf = (datasets, name) =>
  datasets.find((dataset) => dataset.name === name) ?? { normal: 0, anomaly: 0, removed: 0, last_picture_id: null, batches: [], defect_types: [], box_classes: [] };

/** What a filter asks the station for; `show` is "all", "normal", "anomaly" or "removed". */
const wanted = ({ show, batch, defectType, split, boxed }) => ({
  label: show === "normal" || show === "anomaly" ? show : null, removed: show === "removed" ? "true" : null,
  batch: batch || null, defect_type: defectType || null, split: split || null, boxed: boxed || null,
});

/** Pictures of `dataset` that a filter shows, newest first. */
export function usePictures(dataset, filter) {
  const [listed, setListed] = useState(null);
  const [pictures, setPictures] = useState([]);
  const [more, setMore] = useState(false);

  const load = useCallback(async (before) => {
    const found = dataset
      ? (await get(`datasets/${dataset}/pictures${query({ ...wanted(filter), before, limit: PAGE })}`)).pictures : [];
    setMore(found.length === PAGE);
    setPictures((shown) => (before ? [...shown, ...found] : found));
  }, [dataset, filter]);

  const reload = useCallback(() => attempt(async () => {
    const known = await listDatasets();
    setListed(known);
    if (known.some(({ name }) => name === dataset)) await load();
    else setPictures([]);
  }), [dataset, load]);

  useEffect(() => { reload(); }, [reload]);
  useEvent("picture", reload);
  useEvent("open", reload);

  const undo = (changeId) => attempt(async () => {
    await post(`datasets/${dataset}/changes/${changeId}/undo`);
    await reload();
  });
  /** The same for all pictures of these ids; `words` say what was done, and it can be undone. */
  const change = (pictureIds, values, words) => attempt(async () => {
    const done = (await post(`datasets/${dataset}/changes`, { picture_ids: pictureIds, change: values })).change;
    await reload();
    notifyDone(done, words);
    return done;
  });
  const deal = (testShare) => attempt(async () => {
    const done = (await post(`datasets/${dataset}/splits`, { test_share: testShare })).change;
    await reload();
    notifyDone(done, "The pictures are dealt into training and testing.");
  });
  const notifyDone = (done, words) =>
    notify(done ? words : "Nothing had to be changed.", { action: done && { label: "Undo", run: () => undo(done.change_id) } });
  /** Throws what the station refused: it is told where the boxes are drawn. */
  const drawBoxes = async ({ picture_id: id }, boxes) => {
    const done = (await put(`pictures/${id}/boxes`, { boxes })).change;
    await reload();
    notifyDone(done, `Picture ${id}: ${describeBoxes(boxes)}.`);
  };
  const addFiles = async (files, label) => {
    let last = null;
    for (const file of files) {
      last = (await attempt(() => upload(dataset, file, label))) ?? last;
    }
    await reload();
    return last;
  };
  const datasets = listed ?? [];
  return {
    datasets, isRead: listed !== null, pictures, counts: countsOf(datasets, dataset),
    loadMore: more ? () => attempt(() => load(pictures.at(-1).picture_id)) : null,
    change, undo, deal, drawBoxes, addFiles,
    removePicture: ({ picture_id: id }) => change([id], { removed: true }, `Picture ${id} is removed.`),
    restorePicture: ({ picture_id: id }) => change([id], { removed: false }, `Picture ${id} is back.`),
    relabel: ({ picture_id: id }, label) => change([id], { label }, `Picture ${id} is ${label} now.`),
  };
}
