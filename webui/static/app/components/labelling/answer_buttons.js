// The large buttons that answer a step: a label, a type of defect, or whether a label is right.
import { html, useState } from "../../preact.js";
import { typesToChoose } from "../../pure/labelling.js";
import { useAnswer } from "../../state/answer.js";
import { text } from "../../texts/texts.js";
import { useReviewKeys } from "../review/review_keys.js";
import { Button } from "../shared/button.js";
import { takeValue } from "../shared/field_events.js";
import { LABEL_SHAPES } from "../shared/icons.js";

/** @import { Said } from "../../pure/labelling.js" */

const NAME_LENGTH = 64;
const KEYS = 9;
/** Types that were named in this window, for all jobs. @type {string[]} */
let named = [];

/**
 * What every kind of answer needs.
 * @typedef {{job: LabellingJob, task: LabellingTask, busy: boolean, onSay: Setter<Said>}} AnswerProps
 */

/**
 * Buttons that are pressed by their number as well; the last one is for who is unsure.
 * @param {{options: [said: Said, content: Children][], unsure: Said, busy: boolean, onSay: Setter<Said>}} props
 */
export function AnswerButtons({ options, unsure, busy, onSay }) {
  const numbered = options
    .slice(0, KEYS)
    .map(([said], index) => [String(index + 1), () => onSay(said)]);
  useReviewKeys({ ...Object.fromEntries(numbered), u: () => onSay(unsure) });
  return html`
    <div class="labelling-buttons">
      ${options.map(
        ([said, content], index) => html`
        <button key=${index} disabled=${busy} onClick=${() => onSay(said)}>${index < KEYS && html`<kbd aria-hidden="true">${index + 1}</kbd>`}<span>${content}</span></button>`,
      )}
      <button class="plain" disabled=${busy} onClick=${() => onSay(unsure)}><kbd aria-hidden="true">U</kbd><span>${text("labelling-unsure")}</span></button>
    </div>`;
}

/** @param {AnswerProps} props */
export function LabelAnswers({ busy, onSay }) {
  /** @type {(label: Label) => [Said, Children]} */
  const option = (label) => [
    { answer: label },
    html`<${LABEL_SHAPES[label]} size=${28} /> ${text(label)}`,
  ];
  return html`<${AnswerButtons} options=${[option("normal"), option("anomaly")]} unsure=${{ answer: null }} busy=${busy} onSay=${onSay} />`;
}

/** The types of defect of the job's dataset. @param {LabellingJob} job */
function useTypes(job) {
  const { last } = useAnswer("datasets");
  const dataset = last?.datasets.find(({ name }) => name === job.dataset);
  return typesToChoose(dataset?.defect_types ?? [], named);
}

/** A type that no picture has yet. @param {{busy: boolean, onName: Setter<string>}} props */
function NewType({ busy, onName }) {
  const [typed, setTyped] = useState("");
  const name = typed.trim();
  /** @param {Event} event */
  const take = (event) => {
    event.preventDefault();
    if (!name || busy) return;
    named = typesToChoose(named, [name]);
    onName(name);
  };
  return html`
    <form class="inline-form" onSubmit=${take}>
      <label class="field"><span class="field-label">${text("labelling-type-other")}</span>
        <input dir="auto" maxlength=${NAME_LENGTH} value=${typed} placeholder=${text("pictures-defect-type-example")} onInput=${takeValue(setTyped)} /></label>
      <${Button} type="submit" disabled=${busy} whyNot=${!name && text("labelling-type-first")}>${text("use")}<//>
    </form>`;
}

/** @param {AnswerProps} props */
export function TypeAnswers({ job, busy, onSay }) {
  const types = useTypes(job);
  return html`
    <${AnswerButtons} options=${types.map((type) => [{ answer: type }, type])} unsure=${{ answer: null }} busy=${busy} onSay=${onSay} />
    <${NewType} busy=${busy} onName=${(/** @type {string} */ answer) => onSay({ answer })} />`;
}

/** Whether a shown label is right; a wrong type is answered with the right one. @param {AnswerProps} props */
export function JudgedAnswers({ job, task, busy, onSay }) {
  const types = useTypes(job);
  const seen = task.first?.answer ?? null;
  const correct = /** @type {[Said, Children]} */ ([
    { verdict: "correct", seen },
    text("labelling-correct"),
  ]);
  const asksType = task.step === "defect_type";
  const wrong = /** @type {[Said, Children][]} */ (
    asksType
      ? types
          .filter((type) => type !== seen)
          .map((type) => [
            { verdict: "wrong", seen, answer: type },
            text("labelling-wrong-type", { type }),
          ])
      : [[{ verdict: "wrong", seen }, text("labelling-wrong")]]
  );
  const options = asksType && seen === null ? wrong : [correct, ...wrong];
  return html`
    <${AnswerButtons} options=${options} unsure=${{ verdict: "unsure", seen }} busy=${busy} onSay=${onSay} />
    ${asksType && html`<${NewType} busy=${busy} onName=${(/** @type {string} */ answer) => onSay({ verdict: "wrong", seen, answer })} />`}`;
}
