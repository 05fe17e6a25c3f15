// Pictures on their way to the bucket, followed until they have arrived.
import { useEffect } from "../preact.js";
import { connectionTrouble } from "./events.js";

const PERIOD_MS = 2000;

/**
 * Calls `reload` all the time while one of the pictures has not arrived and the page is seen.
 * @param {Picture[]} pictures
 * @param {() => unknown} reload
 */
export function useArrivals(pictures, reload) {
  const allArrived = pictures.every(({ upload }) => !upload || upload.state === "uploaded");
  useEffect(() => {
    if (allArrived) return undefined;
    const look = () => !document.hidden && !connectionTrouble.get() && reload();
    const timer = setInterval(look, PERIOD_MS);
    return () => clearInterval(timer);
  }, [allArrived, reload]);
}
