// When the cause of a fault that is shown is gone.
import { ApiError, followAnswers } from "../api.js";
import { connectionTrouble } from "./events.js";
import { settle } from "./notices.js";
import { path } from "./router.js";

/** Takes faults away when the same call succeeds, the station is there again, or the page is left. */
export function followCauses() {
  followAnswers((call) => settle((cause) => cause instanceof ApiError && cause.call === call));
  connectionTrouble.follow((trouble) => {
    if (!trouble) settle((cause) => cause instanceof ApiError && cause.isUnreachable);
  });
  let page = path.get();
  path.follow((next) => {
    if (next !== page) settle(() => true);
    page = next;
  });
}
