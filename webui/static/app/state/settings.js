// Follows the web server to its new address after a change of the settings.
import { get } from "../api.js";

const LOOK_MS = 1000;
// The old server ends after 5 s at the latest, and a new one takes several seconds to start. Nobody
// but the browser can look at the new address: the pages may speak with their own server only.
const LONGEST_AWAY_MS = 25_000;

/** @type {(duration_ms: number) => Promise<void>} */
const pause = (duration_ms) => new Promise((resolve) => setTimeout(resolve, duration_ms));

/**
 * Whether the web server answers at this page's address after a new start: the old one still does
 * while it ends.
 * @param {string} startedAt of the old one
 */
async function answersAgain(startedAt) {
  try {
    return (await get("settings")).started_at !== startedAt;
  } catch {
    return false;
  }
}

/**
 * Waits for the web server's restart, and loads the page anew: here where it is at this address
 * again, since it didn't move or the new address can't be used, and otherwise at the new one.
 * @param {string} address of the pages after the change
 * @param {string} startedAt when the web server started before the change
 */
export async function followAddress(address, startedAt) {
  const end_ms = performance.now() + LONGEST_AWAY_MS;
  while (performance.now() < end_ms) {
    await pause(LOOK_MS);
    if (await answersAgain(startedAt)) {
      location.reload();
      return;
    }
  }
  location.assign(`${address}/settings`);
}
