// Parts that wait for a person's verdict, loaded bit by bit; each answer can be taken back.
import { get, remove } from "../api.js";
import { useEffect, useRef, useState } from "../preact.js";
import { query } from "../pure/query.js";
import { canBeReviewed, moved, putBack, withFurther, without } from "../pure/review_queue.js";
import { useNewest } from "./newest.js";
import { attempt } from "./notices.js";
import { sendReview } from "./part_review.js";
import { reviewDataset } from "./review_dataset.js";

/** @import { Filter } from "../pure/results_filter.js" */
/** @import { Wall } from "../pure/review_queue.js" */

const LOADED = 12;
const LOAD_BELOW = 6;

/**
 * @typedef {{entry: InspectionEntry, verdict: Verdict, saved: Promise<boolean>}} Answer
 */

/**
 * @param {Filter} asked which parts
 * @param {() => unknown} onReviewed
 */
export function useReviewQueue(asked, onReviewed) {
  const [wall, setWall] = useState(
    /** @type {Wall<InspectionEntry>} */ ({ entries: [], current: 0 }),
  );
  const [answers, setAnswers] = useState(/** @type {Answer[]} */ ([]));
  const [loaded, setLoaded] = useState(false);
  const before = useRef(/** @type {number | null} */ (null));
  const loading = useRef(false);
  const key = query(asked);
  const newest = useNewest(key);

  const load = async () => {
    loading.current = true;
    const path = /** @type {const} */ (
      `inspections${query({ ...asked, limit: LOADED, before: before.current })}`
    );
    await attempt(() =>
      newest.take(
        () => get(path),
        (page) => {
          before.current = page.next_before;
          const judged = page.inspections.filter(({ inspection }) => canBeReviewed(inspection));
          setWall((present) => withFurther(present, judged));
          setLoaded(true);
        },
      ),
    );
    loading.current = false;
  };
  useEffect(() => {
    before.current = null;
    setWall({ entries: [], current: 0 });
    setAnswers([]);
    setLoaded(false);
    load();
  }, [key]);
  useEffect(() => {
    if (loaded && before.current && !loading.current && wall.entries.length < LOAD_BELOW) load();
  }, [loaded, wall.entries.length]);

  /** @type {(entry: InspectionEntry, verdict: Verdict) => Promise<boolean>} */
  const save = async (entry, verdict) => {
    const saved = await attempt(async () => {
      await sendReview(entry.inspection, { verdict, dataset: reviewDataset.get() });
      return true;
    });
    if (!saved) {
      setAnswers((list) => list.filter((answer) => answer.entry !== entry));
      setWall((present) => putBack(present, entry));
    }
    onReviewed();
    return saved ?? false;
  };

  /** @type {(entry: InspectionEntry, verdict: Verdict) => void} */
  const say = (entry, verdict) => {
    setWall((present) => without(present, entry.seq));
    setAnswers([...answers, { entry, verdict, saved: save(entry, verdict) }]);
  };
  const undo = () =>
    attempt(async () => {
      const last = answers.at(-1);
      if (!last) return;
      setAnswers(answers.slice(0, -1));
      if (!(await last.saved)) return;
      await remove(`inspections/${last.entry.inspection.inspection_id}/review`);
      setWall((present) => putBack(present, last.entry));
      onReviewed();
    });
  /**
   * Takes a part from the wall that was reviewed elsewhere.
   * @param {InspectionEntry} entry
   */
  const drop = (entry) => {
    setWall((present) => without(present, entry.seq));
    onReviewed();
  };
  /** From the newest part on again, for those that came meanwhile. */
  const again = async () => {
    await Promise.all(answers.map(({ saved }) => saved));
    before.current = null;
    await load();
  };
  /** @param {number} steps */
  const move = (steps) => setWall((present) => moved(present, steps));
  return {
    ...wall,
    loaded,
    last: answers.at(-1) ?? null,
    answered: answers.length,
    say,
    undo,
    drop,
    again,
    move,
  };
}
