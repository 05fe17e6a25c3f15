// What was said of a picture before: the first label, the auditor's, the regions that are drawn.
import { address } from "../../api.js";
import { html } from "../../preact.js";
import { text } from "../../texts/texts.js";

/** An answer in words: a label or a verdict by its own, a type of defect as it is. @type {(step: LabellingStep, answer: string | null) => string} */
export function answerWords(step, answer) {
  if (answer === null) return text("labelling-answer-none");
  if (step === "label" && (answer === "normal" || answer === "anomaly")) return text(answer);
  if (answer === "correct" || answer === "wrong" || answer === "unsure")
    return text(`labelling-${answer}`);
  return answer;
}

/** @param {{task: LabellingTask}} props */
export function EarlierAnswers({ task: { step, first, audit } }) {
  return html`
    ${first && html`<p data-testid="labelling-first">${text("labelling-first", { answer: answerWords(step, first.answer), author: first.author })}</p>`}
    ${audit && html`<p data-testid="labelling-audit">${text("labelling-audit", { answer: audit.answer === null ? text("labelling-unsure") : answerWords(step, audit.answer), author: audit.author })}</p>`}`;
}

/** Mask and boxes over a picture. @param {{picture: Picture}} props */
export function MarkedRegions({ picture }) {
  const { picture_id: id, mask, boxes, width, height } = picture;
  return html`
    ${mask && html`<img class="labelling-over" src=${address.coloredMask(id, mask.sha256)} alt="" />`}
    ${
      boxes &&
      html`<svg class="labelling-over" viewBox=${`0 0 ${width} ${height}`} aria-hidden="true">
      ${boxes.map(
        ({ left, top, right, bottom }, index) => html`
        <rect key=${index} x=${left} y=${top} width=${right - left} height=${bottom - top} vector-effect="non-scaling-stroke" />`,
      )}</svg>`
    }`;
}
