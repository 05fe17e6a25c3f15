import { html } from "../../preact.js";
import { showDateTime } from "../../pure/format.js";
import { ArrivedIcon, NotSentIcon, OnItsWayIcon } from "../shared/icons.js";

const MARKS = {
  uploaded: { icon: ArrivedIcon, words: "Arrived in the bucket" },
  waiting: { icon: OnItsWayIcon, words: "Waiting to be sent to the bucket" },
  failed: { icon: NotSentIcon, words: "Could not be sent to the bucket" },
};

/**
 * Whether a picture has arrived in the bucket; nothing where none is sent.
 * @param {{upload: Picture["upload"]}} props
 */
export function ArrivalMark({ upload }) {
  if (!upload) return null;
  const { state, reason, ended_at: ended } = upload;
  const { icon, words } = MARKS[state];
  const title = `${words}${ended ? `, ${showDateTime(ended)}` : ""}${reason ? `: ${reason}` : ""}`;
  return html`<span class=${`arrival ${state}`} role="img" aria-label=${title} title=${title}>
    <${icon} size=${18} />${state === "failed" && "not sent"}</span>`;
}
