// Pictures on their way to the bucket, followed until they have arrived.
import { usePolling } from "./polling.js";

const PERIOD_MS = 2000;

/**
 * Calls `reload` all the time while one of the pictures has not arrived and the page is seen.
 * @param {Picture[]} pictures
 * @param {() => Promise<unknown>} reload
 */
export function useArrivals(pictures, reload) {
  const allArrived = pictures.every(({ upload }) => !upload || upload.state === "uploaded");
  usePolling(reload, PERIOD_MS, !allArrived);
}
