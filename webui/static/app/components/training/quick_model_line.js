import { html } from "../../preact.js";
import { showRatio } from "../../pure/format.js";
import { query } from "../../pure/query.js";
import { ofThousand } from "../../pure/threshold.js";
import { useQuickModel } from "../../state/quick_model.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";

/**
 * In one line what a model from the pictures so far could do, with the way to its growth.
 * @param {{dataset: string | null | undefined}} props
 */
export function QuickModelLine({ dataset }) {
  const { state } = useQuickModel(dataset);
  const model = state?.news.model;
  if (!model) return null;
  const { pictures, auroc, false_rejects: rejects } = model.figures;
  const shown = { pictures, rejects: ofThousand(rejects.interval.high) };
  return html`
    <p class="small growth-line" data-testid="growth-line">
      ${
        auroc
          ? richText("growth-line-auroc", {
              ...shown,
              auroc: showRatio(auroc.value),
              low: showRatio(auroc.interval.low),
              high: showRatio(auroc.interval.high),
            })
          : richText("growth-line", shown)
      }${" "}
      <a href=${`/dataset${query({ dataset, tab: "growth" })}`} data-page>${text("growth-open")}</a>
    </p>`;
}
