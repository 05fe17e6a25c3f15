// What tested the station itself: challenges with known parts, overridden objections, label audits.
import { html } from "../../preact.js";
import { showCount, showDateTime } from "../../pure/format.js";
import { useQualityAnswer } from "../../state/quality_filter.js";
import { text } from "../../texts/texts.js";
import { LabelAudits } from "./label_audits.js";
import { Section } from "./section.js";

/** @import { Asked } from "../../state/quality_filter.js" */

const COLUMNS = ["recipe", "passed", "overridden", "superseded", "open", "checks", "right"];

/** @param {{asked: Asked}} props */
export function Checks({ asked }) {
  const answer = useQualityAnswer(asked && `quality/checks${asked}`);
  if (!answer) return null;
  const { challenges, objections } = answer;
  return html`
    <${Section} title=${text("quality-checks")} name="quality-checks" csv=${{ columns: COLUMNS, rows: challenges }}>
      ${
        challenges.length > 0
          ? html`
        <div class="table-frame" tabindex="0">
          <table class="stacked-table">
            <thead><tr><th scope="col">${text("results-recipe")}</th><th scope="col" class="right">${text("quality-challenges-passed")}</th>
              <th scope="col" class="right">${text("quality-challenges-overridden")}</th><th scope="col" class="right">${text("quality-challenges-right")}</th></tr></thead>
            <tbody>${challenges.map(
              ({ recipe, passed, overridden, checks, right }) => html`
              <tr key=${recipe}><th scope="row" dir="auto">${recipe}</th>
                <td class="right" data-label=${text("quality-challenges-passed")}>${showCount(passed)}</td>
                <td class="right" data-label=${text("quality-challenges-overridden")}>${showCount(overridden)}</td>
                <td class="right" data-label=${text("quality-challenges-right")}>${text("quality-of", { count: showCount(right), all: showCount(checks) })}</td></tr>`,
            )}</tbody>
          </table>
        </div>`
          : html`<p class="quiet">${text("quality-challenges-none")}</p>`
      }
      ${
        objections.length > 0
          ? html`<h3>${text("quality-objections")}</h3>
          <ul class="quality-objections">${objections.map(
            ({ recipe, model, author, changed_at, objections: said }) => html`
            <li key=${changed_at}><p class="small quiet">${text("quality-objection", { at: showDateTime(changed_at), author, recipe, model: model ? `${model.name} ${model.version}` : "–" })}</p>
              ${said.map((words) => html`<p key=${words}>${words}</p>`)}</li>`,
          )}</ul>`
          : html`<p class="quiet">${text("quality-objections-none")}</p>`
      }
    <//>
    <${LabelAudits} answer=${answer} />`;
}
