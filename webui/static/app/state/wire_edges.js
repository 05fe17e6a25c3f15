// The recording of a wire's signals, added to while a page shows it.
import { get } from "../api.js";
import { useCallback, useEffect, useRef, useState } from "../preact.js";
import { lastNumber, withNewEdges } from "../pure/edge_recording.js";
import { useNewest } from "./newest.js";
import { attempt } from "./notices.js";
import { usePolling } from "./polling.js";

const PERIOD_MS = 400;

/**
 * The recording so far; null before the first answer.
 * @param {string} wire
 */
export function useWireEdges(wire) {
  const [recording, setRecording] = useState(/** @type {EdgeRecording | null} */ (null));
  const kept = useRef(/** @type {EdgeRecording | null} */ (null));
  const newest = useNewest(wire);
  const load = useCallback(
    () =>
      newest.take(
        () => get(`wires/${wire}/edges?since=${lastNumber(kept.current)}`),
        (answer) => {
          kept.current = withNewEdges(kept.current, answer);
          setRecording(kept.current);
        },
      ),
    [newest],
  );
  useEffect(() => {
    attempt(load);
  }, [load]);
  usePolling(load, PERIOD_MS);
  return recording;
}
