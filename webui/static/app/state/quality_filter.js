// What the Quality page asks the station for, kept in the address; its answers follow new parts.
import { qualityQuery } from "../pure/quality.js";
import { useAnswer } from "./answer.js";
import { useRefresh } from "./refresh.js";
import { useResultsFilter } from "./results_filter.js";

/** The query of all questions; null while the period isn't known. @typedef {ReturnType<typeof qualityQuery> | null} Asked */

const REFRESH_MS = 10_000;

/** The filter, its period (null until that is known), a setter, and the query of all questions. */
export function useQualityFilter() {
  const results = useResultsFilter();
  return { ...results, asked: results.span && qualityQuery(results.filter, results.span) };
}

/**
 * The newest answer to `path` and the one before it; asked again after new parts.
 * @template {string} Path
 * @param {Path | null} path
 */
export function useQualityAnswer(path) {
  const { last, reload } = useAnswer(path);
  useRefresh(reload, REFRESH_MS);
  return last;
}
