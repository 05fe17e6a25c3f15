import { html } from "../../preact.js";
import { useArchiveInspection } from "../../state/archive.js";
import { text } from "../../texts/texts.js";
import { ArchiveHeadline } from "./archive_headline.js";

/**
 * The newest re-inspection by a version in a few words, before it is promoted: advice, no condition.
 * @param {{model: ModelVersion}} props
 */
export function ArchiveAdvice({ model }) {
  const { view } = useArchiveInspection(model, null);
  if (!view) return null;
  const { inspection, summary } = view;
  return inspection && summary
    ? html`<${ArchiveHeadline} inspection=${inspection} summary=${summary} />
        ${inspection.remaining > 0 && html`<p class="small quiet">${text("archive-remaining", { count: inspection.remaining })}</p>`}`
    : html`<p class="quiet" data-testid="archive-none">${text("archive-advice-none")}</p>`;
}
