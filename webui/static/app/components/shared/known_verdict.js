import { post } from "../../api.js";
import { html } from "../../preact.js";
import { attempt, notify } from "../../state/notices.js";

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
      notify(`Every new version of ${name} must now call this part ${verdict}.`);
    });
  return html`
    <div class="field"><span class="field-label">Add to the regression set of ${name}</span>
      <div class="button-row">
        <button onClick=${() => add("OK")}>As OK</button>
        <button onClick=${() => add("NG")}>As NG</button>
      </div></div>`;
}
