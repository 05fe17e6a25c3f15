// A dataset as the Training page follows it: its counts, its pictures, what is done to them.
import { get, post, put, remove, uploadLabels } from "../api.js";
import { useEffect, useRef, useState } from "../preact.js";
import { describeBoxes } from "../pure/boxes.js";
import { query } from "../pure/query.js";
import { text } from "../texts/texts.js";
import { useArrivals } from "./arrivals.js";
import { useEvent } from "./events.js";
import { useReload } from "./newest.js";
import { attempt, notify } from "./notices.js";
import { useUploadsAdded } from "./uploads.js";

export const NORMAL_NEEDED = 20;
const PAGE = 60;
const LONGEST_PAGE = 500;

/** @type {() => Promise<Dataset[]>} */
export const listDatasets = async () => (await get("datasets")).datasets;
/**
 * A dataset's counts; none of anything while it is not there yet.
 * @type {(datasets: Dataset[], name: string | null | undefined) => Omit<Dataset, "name">}
 */
export const countsOf = (datasets, name) =>
  datasets.find((dataset) => dataset.name === name) ?? {
    boxed: 0,
    masked: 0,
    normal: 0,
    anomaly: 0,
    removed: 0,
    last_picture_id: null,
    batches: [],
    defect_types: [],
    box_classes: [],
    mask_classes: [],
  };

/**
 * Which pictures are shown; `show` is "all", "normal", "anomaly" or "removed".
 * @typedef {{show: string, batch?: string, defectType?: string, split?: string, boxed?: string, masked?: string}} Filter
 * @typedef {{change_id: number} | null} Change
 */

/**
 * What a filter asks the station for.
 * @param {Filter} filter
 */
const wanted = ({ show, batch, defectType, split, boxed, masked }) => ({
  label: show === "normal" || show === "anomaly" ? show : null,
  removed: show === "removed" ? "true" : null,
  batch: batch || null,
  defect_type: defectType || null,
  split: split || null,
  boxed: boxed || null,
  masked: masked || null,
});

/**
 * The newest `count` pictures of a dataset that a filter shows, or all where it has fewer.
 * @param {string} dataset
 * @param {Filter} filter
 * @param {number} count
 */
async function readPictures(dataset, filter, count) {
  /** @type {Picture[]} */
  const pictures = [];
  while (pictures.length < count) {
    const limit = Math.min(count - pictures.length, LONGEST_PAGE);
    const before = pictures.at(-1)?.picture_id;
    const page = await get(
      `datasets/${dataset}/pictures${query({ ...wanted(filter), before, limit })}`,
    );
    pictures.push(...page.pictures);
    if (page.pictures.length < limit) break;
  }
  return pictures;
}

/**
 * What was read of the station: all datasets, and pictures of one of them.
 * @typedef {{datasets: Dataset[], dataset: string | null | undefined, pictures: Picture[], more: boolean}} Read
 */

/**
 * What is done to pictures of a dataset; `reload` reads again what depends on them.
 * @param {string | null | undefined} dataset
 * @param {() => Promise<void>} reload
 */
export function pictureEdits(dataset, reload) {
  /** @param {number} changeId */
  const undo = (changeId) =>
    attempt(async () => {
      await post(`datasets/${dataset}/changes/${changeId}/undo`);
      await reload();
    });
  /**
   * Changes all pictures of these ids alike; `words` say what was done, and it can be undone.
   * @param {number[]} pictureIds
   * @param {object} values
   * @param {string} words
   */
  const change = (pictureIds, values, words) =>
    attempt(async () => {
      const done = (
        await post(`datasets/${dataset}/changes`, { picture_ids: pictureIds, change: values })
      ).change;
      await reload();
      notifyDone(done, words);
      return done;
    });
  /** @type {(done: Change, words: string) => void} */
  const notifyDone = (done, words) =>
    notify(done ? words : text("dataset-nothing-changed"), {
      action: done && { label: text("undo"), run: () => undo(done.change_id) },
    });
  return { undo, change, notifyDone };
}

/**
 * Pictures of `dataset` that a filter shows, newest first, and what can be done to them.
 * @param {string | null | undefined} dataset
 * @param {Filter} filter
 */
export function usePictures(dataset, filter) {
  const [read, setRead] = useState(/** @type {Read | null} */ (null));
  const count = useRef(PAGE);
  useEffect(() => {
    count.current = PAGE;
  }, [dataset, filter]);
  const reload = useReload(
    async () => {
      const wantedCount = count.current;
      const datasets = await listDatasets();
      const pictures =
        dataset && datasets.some(({ name }) => name === dataset)
          ? await readPictures(dataset, filter, wantedCount)
          : [];
      return { datasets, dataset, pictures, more: pictures.length === wantedCount };
    },
    setRead,
    [dataset, filter],
  );
  useEvent("picture", reload);
  useEvent("open", reload);
  useUploadsAdded(reload);

  const { undo, change, notifyDone } = pictureEdits(dataset, reload);
  /** @param {number} testShare */
  const split = (testShare) =>
    attempt(async () => {
      const done = (await post(`datasets/${dataset}/splits`, { test_share: testShare })).change;
      await reload();
      notifyDone(done, text("split-done"));
    });
  /**
   * Throws what the station refused: it is told where the boxes are drawn.
   * @param {Picture} picture
   * @param {LabelledBox[]} boxes
   */
  const drawBoxes = async ({ picture_id: id }, boxes) => {
    const done = (await put(`pictures/${id}/boxes`, { boxes })).change;
    await reload();
    notifyDone(done, text("boxes-drawn", { id: String(id), boxes: describeBoxes(boxes) }));
  };
  /**
   * Shows a picture's new mask, which was saved.
   * @type {(picture: Picture, done: Change) => Promise<void>}
   */
  const takeMask = async ({ picture_id: id }, done) => {
    await reload();
    notifyDone(done, text("masks-saved", { id: String(id) }));
  };
  /**
   * Throws what the station refused.
   * @param {Picture} picture
   */
  const deleteMask = async ({ picture_id: id }) => {
    const done = (await remove(`pictures/${id}/mask`)).change;
    await reload();
    notifyDone(done, text("masks-deleted", { id: String(id) }));
  };
  /**
   * Throws what the station refused: all of it is listed where the files were chosen.
   * @param {File[]} files
   * @param {{empty: boolean, exif: string}} options
   */
  const importLabels = async (files, options) => {
    const done = await uploadLabels(String(dataset), files, options);
    await reload();
    const { change_id } = done;
    notifyDone(change_id === null ? null : { change_id }, text("boxes-import-done"));
    return done;
  };
  const loadMore = () => {
    count.current += PAGE;
    return reload();
  };
  const datasets = read?.datasets ?? [];
  const own = read?.dataset === dataset ? read : null;
  useArrivals(own?.pictures ?? [], reload);
  return {
    datasets,
    isRead: read !== null,
    /** Null until they are read. */
    pictures: own?.pictures ?? null,
    counts: countsOf(datasets, dataset),
    loadMore: own?.more ? loadMore : null,
    change,
    undo,
    split,
    drawBoxes,
    takeMask,
    deleteMask,
    reload,
    importLabels,
    /** @param {Picture} picture */
    removePicture: ({ picture_id: id }) =>
      change([id], { removed: true }, text("pictures-removed", { id: String(id) })),
    /** @param {Picture} picture */
    restorePicture: ({ picture_id: id }) =>
      change([id], { removed: false }, text("pictures-restored", { id: String(id) })),
    /** @type {(picture: Picture, label: Label) => Promise<unknown>} */
    relabel: ({ picture_id: id }, label) =>
      change(
        [id],
        { label },
        text("pictures-made", { id: String(id), label: text(`label-${label}`) }),
      ),
  };
}
