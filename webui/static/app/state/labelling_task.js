// The picture of a labelling job that a person has: handed out, timed, answered, taken back.
import { get, post } from "../api.js";
import { useCallback, useEffect, useRef, useState } from "../preact.js";
import { ActiveClock } from "../pure/active_time.js";
import { useNewest } from "./newest.js";
import { attempt } from "./notices.js";
import { usePolling } from "./polling.js";

/** @import { Said } from "../pure/labelling.js" */

/** The station gives a picture to somebody else ten minutes after it was last asked for. */
const RENEWAL_MS = 120_000;
const ACTS = ["keydown", "pointerdown", "pointermove", "touchstart", "wheel"];

/** A clock of active time that hears of everything that is done on the page. */
function useActiveClock() {
  const clock = useRef(new ActiveClock(performance.now()));
  useEffect(() => {
    const act = () => clock.current.act(performance.now());
    const hide = () => clock.current.hide(document.hidden, performance.now());
    for (const name of ACTS) addEventListener(name, act, { capture: true, passive: true });
    document.addEventListener("visibilitychange", hide);
    return () => {
      for (const name of ACTS) removeEventListener(name, act, { capture: true });
      document.removeEventListener("visibilitychange", hide);
    };
  }, []);
  return clock;
}

/**
 * @param {number} jobId
 * @param {LabellingStep} step
 */
export function useLabellingTask(jobId, step) {
  const path = /** @type {const} */ (`labelling-jobs/${jobId}`);
  const [next, setNext] = useState(/** @type {NextPicture | null} */ (null));
  const [newest, setNewest] = useState(/** @type {number | null} */ (null));
  const [busy, setBusy] = useState(false);
  const own = useRef(false);
  const clock = useActiveClock();
  const order = useNewest(`${jobId} ${step}`);
  const shown = next?.task?.picture_id ?? null;

  const ask = useCallback(
    () => order.take(() => post(`${path}/next`, { step, own: own.current }), setNext),
    [order],
  );
  useEffect(() => {
    clock.current = new ActiveClock(performance.now());
    clock.current.hide(document.hidden, performance.now());
  }, [shown]);
  useEffect(() => {
    attempt(async () => {
      const { answer } = await get(`${path}/newest-answer`);
      setNewest(answer?.answer_id ?? null);
      await ask();
    });
  }, [ask]);
  // Who is away loses the picture to somebody else.
  const renew = useCallback(async () => {
    if (!clock.current.isIdle(performance.now())) await ask();
  }, [ask]);
  usePolling(renew, RENEWAL_MS, shown !== null);

  /**
   * Sends what is said of the picture, and shows the next one.
   * @param {Said} said
   * @param {LabellingAttributes} attributes
   */
  const say = async (said, attributes) => {
    if (busy || shown === null) return;
    const active_ms = clock.current.time(performance.now());
    setBusy(true);
    await attempt(async () => {
      try {
        const { answer } = await post(`${path}/answers`, {
          ...{ step, picture_id: shown, active_ms, own: own.current, attributes },
          ...said,
        });
        setNewest(answer.answer_id);
      } finally {
        // A refused answer is mostly about a picture that isn't this person's any more.
        await ask();
      }
    });
    setBusy(false);
  };
  const takeBack = async () => {
    if (busy || newest === null) return null;
    setBusy(true);
    const answer = await attempt(async () => {
      const taken = (await post(`${path}/answers/${newest}/take-back`)).answer;
      const before = (await get(`${path}/newest-answer`)).answer;
      setNewest(before?.answer_id ?? null);
      if (taken.step === step) await ask();
      return taken;
    });
    setBusy(false);
    return answer ?? null;
  };
  /** Audits the person's own labels, as nobody else can. */
  const takeOwn = () => {
    own.current = true;
    attempt(ask);
  };
  return { next, busy, canTakeBack: newest !== null, say, takeBack, takeOwn, ask };
}
