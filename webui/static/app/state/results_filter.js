// The filter of the Results page, kept in the address, so that it can be shared and Back undoes it.
import { parameters } from "../pure/query.js";
import { spanOf } from "../pure/results_filter.js";
import { usePolledAnswer } from "./answer.js";
import { addressQuery, goToQuery } from "./router.js";
import { useStore } from "./store.js";

/** @import { Filter } from "../pure/results_filter.js" */

const SHIFT_PERIOD_MS = 60_000;

/** The filter, the time that it shows (null until that is known), and a setter of some of it. */
export function useResultsFilter() {
  const filter = parameters(useStore(addressQuery));
  const shifts = usePolledAnswer("counters/shifts?limit=1", SHIFT_PERIOD_MS);
  const span = spanOf(filter, new Date(), shifts?.shifts[0] ?? null);
  /** @param {Filter} changes an empty text clears a parameter */
  const change = (changes) => goToQuery({ ...filter, ...changes });
  return { filter, span, change };
}
