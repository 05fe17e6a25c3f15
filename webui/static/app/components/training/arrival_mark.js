import { html } from "../../preact.js";
import { showDateTime } from "../../pure/format.js";
import { text } from "../../texts/texts.js";
import { ArrivedIcon, NotSentIcon, OnItsWayIcon } from "../shared/icons.js";

const ICONS = { uploaded: ArrivedIcon, waiting: OnItsWayIcon, failed: NotSentIcon };

/**
 * Whether a picture has arrived in the bucket; nothing where none is sent.
 * @param {{upload: Picture["upload"]}} props
 */
export function ArrivalMark({ upload }) {
  if (!upload) return null;
  const { state, reason, ended_at: ended } = upload;
  const words = text(`pictures-arrival-${state}`);
  const arrival = ended ? `${words}, ${showDateTime(ended)}` : words;
  const title = reason ? text("pictures-arrival-reason", { arrival, reason }) : arrival;
  return html`<span class=${`arrival ${state}`} role="img" aria-label=${title} title=${title}>
    <${ICONS[state]} size=${18} />${state === "failed" && text("pictures-not-sent")}</span>`;
}
