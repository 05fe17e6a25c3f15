import { post } from "../../api.js";
import { html } from "../../preact.js";
import { attempt, notify } from "../../state/notices.js";
import { text } from "../../texts/texts.js";

/**
 * Puts a part's picture into its model's regression set, by the verdict that a person knows.
 * @param {{inspection: Inspection}} props
 */
export function KnownVerdict({ inspection }) {
  if (!inspection.picture_path || !inspection.model) return null;
  const { name } = inspection.model;
  /** @param {Verdict} verdict */
  const add = (verdict) =>
    attempt(async () => {
      await post(`regression/${name}`, { inspection_id: inspection.inspection_id, verdict });
      notify(text("verdict-known-added", { model: name, verdict }));
    });
  return html`
    <div class="field"><span class="field-label">${text("verdict-known", { model: name })}</span>
      <div class="button-row">
        <button onClick=${() => add("OK")}>${text("verdict-known-as", { verdict: "OK" })}</button>
        <button onClick=${() => add("NG")}>${text("verdict-known-as", { verdict: "NG" })}</button>
      </div></div>`;
}
