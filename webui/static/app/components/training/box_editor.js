import { address } from "../../api.js";
import { html, useEffect, useState } from "../../preact.js";
import { describeBoxes, middleBox } from "../../pure/boxes.js";
import { showDateTime } from "../../pure/format.js";
import { useAnswer } from "../../state/answer.js";
import { messageOf } from "../../state/notices.js";
import { useListedShortcuts } from "../../state/shortcuts.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";
import { Button } from "../shared/button.js";
import { CloseIcon } from "../shared/icons.js";
import { useModal } from "../shared/modal.js";
import { BoxCanvas } from "./box_canvas.js";
import { ClassChoice } from "./class_choice.js";

/** @type {() => import("../../state/shortcuts.js").Shortcut[]} */
const shortcuts = () => [
  ["Tab", text("boxes-effect-next")],
  ["← → ↑ ↓", text("boxes-effect-move")],
  ["Delete", text("boxes-effect-delete")],
  ["1 – 9", text("pictures-class-effect")],
  ["Ctrl+Z", text("undo")],
];

/** @import { BoxesSetter } from "./box_canvas.js" */

/**
 * The boxes as they are drawn, and the way back.
 * @param {Picture} picture
 */
function useBoxes(picture) {
  const [steps, setSteps] = useState([picture.boxes ?? []]);
  const [selected, setSelected] = useState(/** @type {number | null} */ (null));
  const boxes = steps[steps.length - 1];
  /** @type {BoxesSetter} */
  const change = (next, index) => {
    setSteps((before) => [...before, next]);
    setSelected(index);
  };
  return {
    boxes,
    selected,
    setSelected,
    isChanged: steps.length > 1,
    change,
    undo: () => {
      setSteps((before) => (before.length > 1 ? before.slice(0, -1) : before));
      setSelected(null);
    },
  };
}

/** How many boxes there are, and of which classes. @param {LabelledBox[]} boxes */
function summary(boxes) {
  const quiet = (/** @type {Children} */ words) => html`<span class="quiet">${words}</span>`;
  return boxes.length
    ? richText("boxes-summary", { count: boxes.length, boxes: describeBoxes(boxes) }, { quiet })
    : richText("boxes-summary-none", {}, { quiet });
}

/** @typedef {(picture: Picture, boxes: LabelledBox[]) => Promise<unknown>} BoxSaver */

/**
 * One picture and its boxes; `onSave(picture, boxes)` throws what the station refused.
 * @param {{
 *   picture: Picture,
 *   classes: string[],
 *   name: string | null,
 *   onName: Setter<string>,
 *   onSave: BoxSaver,
 *   onNext: (() => unknown) | null,
 *   onClose: () => unknown,
 *   onChanged: Setter<boolean>,
 * }} props
 */
function Drawing({ picture, classes, name, onName, onSave, onNext, onClose, onChanged }) {
  const { boxes, selected, setSelected, isChanged, change, undo } = useBoxes(picture);
  useListedShortcuts(shortcuts());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState(/** @type {string | null} */ (null));
  const id = String(picture.picture_id);
  const { answer: who } = useAnswer(`pictures/${picture.picture_id}/boxes`);
  const names = [...classes, ...boxes.map((box) => box.name), name ?? ""];
  const known = [...new Set(names)].filter(Boolean);
  const unnamed = boxes.some((box) => !box.name);
  const box = selected === null ? undefined : boxes[selected];
  useEffect(() => {
    onChanged(isChanged);
  }, [isChanged]);

  /** @param {string} chosen */
  const choose = (chosen) => {
    onName(chosen);
    // The first class that is named is meant for what was drawn without one.
    /** @type {(other: LabelledBox, index: number) => LabelledBox} */
    const named = (other, index) =>
      index === selected || !other.name ? { ...other, name: chosen } : other;
    if (box || unnamed) change(boxes.map(named), selected);
  };
  const addInTheMiddle = () => {
    const middle = middleBox(name ?? "", picture);
    if (middle) change([...boxes, middle], boxes.length);
  };
  /** @param {() => unknown} then */
  const save = async (then) => {
    setBusy(true);
    setProblem(null);
    try {
      await onSave(picture, boxes);
      then();
    } catch (error) {
      setProblem(messageOf(error));
    }
    setBusy(false);
  };
  /** @param {EventOf<Element, KeyboardEvent>} event */
  const press = (event) => {
    if (event.target.closest("input")) return;
    const numbered = known[Number(event.key) - 1];
    if (event.key === "z" && (event.ctrlKey || event.metaKey)) undo();
    else if (event.key >= "1" && event.key <= "9" && numbered) choose(numbered);
    else return;
    event.preventDefault();
  };
  return html`
    <div class="detail-body box-editor" onKeyDown=${press}>
      <section class="detail-picture">
        <${BoxCanvas} picture=${picture} src=${address.file(picture.picture_id)} fallback=${address.thumbnail(picture.picture_id)} boxes=${boxes} selected=${selected} name=${name ?? ""}
          onSelect=${setSelected} onChange=${change} />
      </section>
      <section class="detail-facts">
        <header><h2>${text("pictures-picture", { id })}</h2>
          <p class="quiet small" data-testid="box-author">${
            !who
              ? ""
              : who.author
                ? text("boxes-changed", { at: showDateTime(who.changed_at), author: who.author })
                : text("boxes-not-annotated")
          }</p></header>
        <${ClassChoice} classes=${known} value=${box ? box.name : name} onChoose=${choose}
          asks=${text(box ? "boxes-class" : "boxes-class-next")} />
        <p data-testid="box-summary">${summary(boxes)}</p>
        <div class="button-row">
          <${Button} whyNot=${!box && text("boxes-delete-which")} onClick=${() =>
            change(
              boxes.filter((_, index) => index !== selected),
              null,
            )}>${text("boxes-delete")}<//>
          <${Button} whyNot=${!isChanged && text("boxes-undo-nothing")} onClick=${undo}>${text("undo")}<//>
          <button class="plain" onClick=${addInTheMiddle}>${text("boxes-add-middle")}</button>
        </div>
        <p class="quiet small">${richText("boxes-keyboard", {})}</p>
        <footer class="box-foot">
          ${problem && html`<p class="message fault" role="alert">${problem}</p>`}
          ${unnamed && html`<p class="message" role="status" id="unnamed-boxes">${text("boxes-class-missing")}</p>`}
          ${!boxes.length && html`<p class="quiet small">${text("boxes-saved-empty")}</p>`}
          ${
            onNext &&
            html`<button class="primary" disabled=${busy || unnamed} aria-describedby=${unnamed ? "unnamed-boxes" : null} onClick=${() => save(onNext)}>
            ${text(boxes.length ? "pictures-save-and-next" : "boxes-save-empty")}</button>`
          }
          <button class=${onNext ? "" : "primary"} disabled=${busy || unnamed} aria-describedby=${unnamed ? "unnamed-boxes" : null} onClick=${() => save(onClose)}>${text("pictures-save-and-close")}</button>
        </footer>
      </section>
    </div>`;
}

/**
 * Where objects are in pictures: one picture after the other.
 * @param {{
 *   pictures: Picture[],
 *   first: number,
 *   classes: string[],
 *   onSave: BoxSaver,
 *   onClose: () => unknown,
 * }} props
 */
export function BoxEditor({ pictures, first, classes, onSave, onClose }) {
  const dialog = useModal();
  const [order] = useState(() => pictures);
  const [index, setIndex] = useState(() => order.findIndex(({ picture_id: id }) => id === first));
  const [name, setName] = useState(() => sessionStorage.getItem("box-class") ?? classes[0] ?? null);
  const [changed, setChanged] = useState(false);
  const [asking, setAsking] = useState(false);
  /** @param {string} chosen */
  const onName = (chosen) => {
    setName(chosen);
    sessionStorage.setItem("box-class", chosen);
  };
  const close = () => dialog.current?.close();
  /** @param {Event} event */
  const leave = (event) => {
    if (!changed) return close();
    event.preventDefault();
    return setAsking(true);
  };
  const picture = order[index];
  return html`
    <dialog ref=${dialog} class="detail" aria-label=${text("boxes-of-picture", { id: String(picture.picture_id) })} data-testid="boxes" onClose=${onClose} onCancel=${leave}>
      <button class="icon plain close" aria-label=${text("close")} onClick=${leave}><${CloseIcon} /></button>
      ${
        asking &&
        html`
        <div class="message warning box-question" role="alert"><p>${text("pictures-unsaved")}</p>
          <div class="button-row"><button class="strong" onClick=${() => setAsking(false)}>${text("pictures-continue")}</button>
            <button onClick=${close}>${text("pictures-leave")}</button></div></div>`
      }
      <${Drawing} key=${picture.picture_id} picture=${picture} classes=${classes} name=${name} onName=${onName} onSave=${onSave}
        onChanged=${setChanged} onClose=${close} onNext=${
          index + 1 < order.length
            ? () => {
                setAsking(false);
                setIndex(index + 1);
              }
            : null
        } />
    </dialog>`;
}
