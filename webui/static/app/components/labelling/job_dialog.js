// Makes a labelling or an audit job.
import { post } from "../../api.js";
import { html, useState } from "../../preact.js";
import { nameProblem, normalizedName } from "../../pure/names.js";
import { messageOf } from "../../state/notices.js";
import { text } from "../../texts/texts.js";
import { Button } from "../shared/button.js";
import { ChoiceField, NumberField, TickField } from "../shared/fields.js";
import { CloseIcon } from "../shared/icons.js";
import { useModal } from "../shared/modal.js";
import { NameField } from "../shared/name_field.js";
import { RadioGroup } from "../shared/radio_group.js";

/** @type {LabellingStep[]} */
const STEPS = ["label", "defect_type", "region"];
/** @type {Exclude<LabellingJob["kind"], "adjustment">[]} */
const KINDS = ["label", "audit"];
/** @type {Exclude<LabellingJob["rule"]["kind"], "differing">[]} */
const RULES = ["all", "every_nth", "near_threshold", "least_certain"];
const EVERY = 10;
const MOST = 100;

/**
 * @param {{
 *   dataset: string,
 *   onShow: Setter<Record<string, string>>,
 *   onClose: () => unknown,
 * }} props
 */
export function JobDialog({ dataset, onShow, onClose }) {
  const dialog = useModal();
  const [name, setName] = useState("");
  const [kind, setKind] = useState(KINDS[0]);
  const [steps, setSteps] = useState(["label"]);
  const [blind, setBlind] = useState(true);
  const [rule, setRule] = useState(RULES[0]);
  const [every, setEvery] = useState(EVERY);
  const [most, setMost] = useState(/** @type {number | null} */ (null));
  const [problem, setProblem] = useState(/** @type {string | null} */ (null));
  const limit = most ?? (rule === "near_threshold" ? MOST : null);
  const whyNot =
    (nameProblem(name) && text(name ? "names-change-first" : "names-enter-first")) ||
    (!steps.length && text("labelling-steps-first"));
  /** @type {(step: LabellingStep, chosen: boolean) => unknown} */
  const choose = (step, chosen) =>
    setSteps(STEPS.filter((one) => (one === step ? chosen : steps.includes(one))));
  /** @param {Event} event */
  const make = async (event) => {
    event.preventDefault();
    setProblem(null);
    try {
      const job = await post(`datasets/${dataset}/labelling-jobs`, {
        ...{ name: normalizedName(name), kind, steps, blind },
        rule: { kind: rule, every: rule === "every_nth" ? every : null, at_most: limit },
      });
      dialog.current?.close();
      onShow({ job: String(job.labelling_job_id), step: job.steps[0] });
    } catch (error) {
      setProblem(messageOf(error));
    }
  };
  return html`
    <dialog ref=${dialog} class="why labelling-dialog" aria-label=${text("labelling-new")} onClose=${onClose}>
      <button class="icon plain close" aria-label=${text("close")} onClick=${() => dialog.current?.close()}><${CloseIcon} /></button>
      <form class="why-body" onSubmit=${make}>
        <h2>${text("labelling-new")}</h2>
        <${NameField} label=${text("labelling-name")} value=${name} onChange=${setName} placeholder=${text("labelling-name-example")} />
        <div class="field"><span class="field-label">${text("labelling-kind")}</span>
          <${RadioGroup} label=${text("labelling-kind")} options=${KINDS.map((one) => [one, text(`labelling-kind-${one}`)])} value=${kind} onChange=${setKind} />
          <p class="quiet small">${text(`labelling-kind-hint-${kind}`)}</p></div>
        ${kind === "audit" && html`<${TickField} label=${text("labelling-blind")} value=${blind} onChange=${setBlind} />`}
        <fieldset class="labelling-step-choice"><legend class="field-label">${text("labelling-steps")}</legend>
          ${STEPS.map((step) => html`<${TickField} key=${step} label=${text(`labelling-step-${step}`)} value=${steps.includes(step)} onChange=${(/** @type {boolean} */ chosen) => choose(step, chosen)} />`)}
          <p class="quiet small">${text("labelling-steps-hint")}</p></fieldset>
        <${ChoiceField} label=${text("labelling-rule")} value=${rule} onChange=${setRule} options=${RULES.map((one) => [one, text(`labelling-rule-${one}`)])} />
        ${rule === "every_nth" && html`<${NumberField} label=${text("labelling-every")} step=${1} value=${every} onChange=${setEvery} />`}
        <${NumberInputOrAll} value=${limit} onChange=${setMost} />
        ${problem && html`<p class="message fault" role="alert">${problem}</p>`}
        <${Button} class="primary" type="submit" whyNot=${whyNot}>${text("labelling-create")}<//>
      </form>
    </dialog>`;
}

/** A number at most; emptied, there is no limit. @param {{value: number | null, onChange: Setter<number | null>}} props */
function NumberInputOrAll({ value, onChange }) {
  /** @param {EventOf<HTMLInputElement>} event */
  const take = ({ target }) => onChange(target.value ? Math.max(1, Number(target.value)) : null);
  return html`
    <label class="field"><span class="field-label">${text("labelling-at-most")}</span>
      <input type="number" inputmode="numeric" min="1" step="1" value=${value ?? ""} onInput=${take} /></label>`;
}
