// What a model from these pictures could do, how that grew, and which pictures matter most.

import { html } from "../../preact.js";
import { showDateTime, showFixed } from "../../pure/format.js";
import { useQuickModel } from "../../state/quick_model.js";
import { text } from "../../texts/texts.js";
import { Button } from "../shared/button.js";
import { QuickModelFigures, QuickModelTable } from "./quick_model_figures.js";
import { QuickModelOutlook } from "./quick_model_outlook.js";
import { InfluentialPictures } from "./quick_model_pictures.js";

/** @import { QuickModelNews } from "../../state/quick_model.js" */

/** From which pictures the figures are, and how. @param {{news: QuickModelNews}} props */
function Origin({ news }) {
  const { model, used, of_pictures: pictures, unreadable } = news;
  return html`
    <p class="small" data-testid="growth-origin">${text("growth-computed", {
      at: showDateTime(news.computed_at),
      pictures,
      seconds: showFixed(news.seconds, 1),
    })} ${model && text(`growth-unseen-${model.unseen_by}`)}</p>
    ${used + unreadable < pictures && html`<p class="small quiet">${text("growth-sampled", { used, pictures })}</p>`}
    ${
      unreadable > 0 &&
      html`<p class="message" data-testid="growth-unreadable">${text("growth-unreadable", { count: unreadable })}
        ${news.named_unreadable.map(({ picture_id: id, reason }) => html`<br key=${id} />${text("growth-unreadable-one", { id: String(id), reason })}`)}</p>`
    }
    ${model?.warning && html`<p class="small quiet">${model.warning}</p>`}`;
}

/** What is missing, running or wrong. @param {{news: QuickModelNews, isComing: boolean, failure: string | null}} props */
function Progress({ news, isComing, failure }) {
  if (news.normal_missing)
    return html`<p class="message" data-testid="growth-missing">${text("growth-missing-normal", { missing: news.normal_missing })}</p>`;
  if (failure) return html`<p class="message">${text("growth-failed", { reason: failure })}</p>`;
  // The button says so.
  if (isComing) return null;
  return html`<p class="small quiet">${text("growth-changed", { count: news.computed_at ? news.changed : 0 })}</p>`;
}

/** @param {{dataset: string}} props */
export function QuickModel({ dataset }) {
  const { state, isComing, compute } = useQuickModel(dataset);
  if (!state) return null;
  const { news, failure } = state;
  const { model } = news;
  return html`
    <section class="growth" aria-label=${text("dataset-quick-model")} data-testid="growth">
      <div class="growth-head">
        <div aria-live="polite">
          ${news.computed_at && html`<${Origin} news=${news} />`}
          <${Progress} news=${news} isComing=${isComing} failure=${failure} />
        </div>
        ${
          !news.normal_missing &&
          html`<div><${Button} onClick=${compute} whyNot=${isComing && text("growth-coming")}>${text("growth-compute")}<//></div>`
        }
      </div>
      ${news.computed_at && !model && html`<p class="message">${text("growth-none-readable")}</p>`}
      ${
        model &&
        html`
        <${QuickModelFigures} model=${model} missing=${news.anomalous_missing} />
        <${QuickModelOutlook} model=${model} />
        <${InfluentialPictures} pictures=${model.influential} />
        <${QuickModelTable} model=${model} />`
      }
    </section>`;
}
