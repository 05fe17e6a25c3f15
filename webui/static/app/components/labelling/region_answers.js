// Where the defect is: opens the editors of boxes and masks, and goes on when something is drawn.
import { put, remove } from "../../api.js";
import { html, useState } from "../../preact.js";
import { useAnswer } from "../../state/answer.js";
import { text } from "../../texts/texts.js";
import { useReviewKeys } from "../review/review_keys.js";
import { Button } from "../shared/button.js";
import { BoxEditor } from "../training/box_editor.js";
import { MaskEditor } from "../training/mask_editor.js";

/** @import { AnswerProps } from "./answer_buttons.js" */

/** @param {AnswerProps & {onDrawn: () => unknown}} props */
export function RegionAnswers({ job, task, busy, onSay, onDrawn }) {
  const [editor, setEditor] = useState(/** @type {"boxes" | "mask" | null} */ (null));
  const { last } = useAnswer("datasets");
  const dataset = last?.datasets.find(({ name }) => name === job.dataset);
  const { picture } = task;
  const isDrawn = picture !== null && (picture.mask !== null || picture.boxes !== null);
  const done = () => isDrawn && onSay({ answer: "drawn" });
  const unsure = () => onSay({ answer: null });
  useReviewKeys({ 1: () => setEditor("boxes"), 2: () => setEditor("mask"), 3: done, u: unsure });
  const close = () => {
    setEditor(null);
    onDrawn();
  };
  if (!picture) return null;
  return html`
    <div class="labelling-buttons">
      <button disabled=${busy} onClick=${() => setEditor("boxes")}><kbd aria-hidden="true">1</kbd><span>${text("labelling-draw-boxes")}</span></button>
      <button disabled=${busy} onClick=${() => setEditor("mask")}><kbd aria-hidden="true">2</kbd><span>${text("labelling-paint-mask")}</span></button>
      <${Button} class="strong" disabled=${busy} whyNot=${!isDrawn && text("labelling-drawn-first")} onClick=${done}><kbd aria-hidden="true">3</kbd><span>${text("labelling-drawn")}</span><//>
      <button class="plain" disabled=${busy} onClick=${unsure}><kbd aria-hidden="true">U</kbd><span>${text("labelling-unsure")}</span></button>
    </div>
    ${
      editor === "boxes" &&
      html`<${BoxEditor} pictures=${[picture]} first=${picture.picture_id} classes=${dataset?.box_classes ?? []} onClose=${close}
        onSave=${(/** @type {Picture} */ { picture_id: id }, /** @type {LabelledBox[]} */ boxes) => put(`pictures/${id}/boxes`, { boxes })} />`
    }
    ${
      editor === "mask" &&
      html`<${MaskEditor} pictures=${[picture]} first=${picture.picture_id} known=${dataset?.mask_classes ?? []} onClose=${close}
        onSave=${async () => {}} onDelete=${(/** @type {Picture} */ { picture_id: id }) => remove(`pictures/${id}/mask`)} />`
    }`;
}
