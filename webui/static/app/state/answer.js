// What the station answers to a path of its API, for as long as a component asks for it.
import { get } from "../api.js";
import { useCallback, useEffect, useState } from "../preact.js";
import { useNewest, useReload } from "./newest.js";
import { attempt } from "./notices.js";
import { usePolling } from "./polling.js";

/**
 * The answer to `path`, asked again when something of `occasions` changes. `answer` is null until
 * it came; `last` is still that of the path before until then. Nothing is asked where `path` is null.
 * @template {string} Path
 * @param {Path | null} path
 * @param {unknown[]} occasions
 */
export function useAnswer(path, ...occasions) {
  const [taken, setTaken] = useState(
    /** @type {{path: Path, answer: Answered<"get", Path>} | null} */ (null),
  );
  const reload = useReload(
    async () => path && { path, answer: await get(path) },
    (next) => next && setTaken(next),
    [path, ...occasions],
  );
  const last = taken?.answer ?? null;
  return { answer: taken?.path === path ? last : null, last, reload };
}

/**
 * The newest answer to `path`, asked again all the time while the page is seen; null until it came.
 * @template {string} Path
 * @param {Path} path
 * @param {number} period_ms
 */
export function usePolledAnswer(path, period_ms) {
  const [answer, setAnswer] = useState(/** @type {Answered<"get", Path> | null} */ (null));
  const newest = useNewest(path);
  const load = useCallback(() => newest.take(() => get(path), setAnswer), [newest]);
  useEffect(() => {
    attempt(load);
  }, [load]);
  usePolling(load, period_ms);
  return answer;
}
