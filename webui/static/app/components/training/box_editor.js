import { address } from "../../api.js";
import { html, useEffect, useState } from "../../preact.js";
import { describeBoxes, middleBox } from "../../pure/boxes.js";
import { showCount, showDateTime } from "../../pure/format.js";
import { useAnswer } from "../../state/answer.js";
import { messageOf } from "../../state/notices.js";
import { useListedShortcuts } from "../../state/shortcuts.js";
import { Button } from "../shared/button.js";
import { CloseIcon } from "../shared/icons.js";
import { useModal } from "../shared/modal.js";
import { BoxCanvas } from "./box_canvas.js";
import { ClassChoice } from "./class_choice.js";

/** @type {import("../../state/shortcuts.js").Shortcut[]} */
const SHORTCUTS = [
  ["Tab", "Select the next box"],
  ["← → ↑ ↓", "Move the box; with Shift: resize it; with Ctrl: by 10 px"],
  ["Delete", "Delete the box"],
  ["1 – 9", "Choose the class"],
  ["Ctrl+Z", "Undo"],
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
  useListedShortcuts(SHORTCUTS);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState(/** @type {string | null} */ (null));
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
        <header><h2>Picture ${picture.picture_id}</h2>
          <p class="quiet small" data-testid="box-author">${
            !who
              ? ""
              : who.author
                ? `Last changed ${showDateTime(who.changed_at)} by ${who.author}`
                : "Not annotated yet."
          }</p></header>
        <${ClassChoice} classes=${known} value=${box ? box.name : name} onChoose=${choose}
          asks=${box ? "Class of this box" : "Class of the next box"} />
        <p data-testid="box-summary"><b>${boxes.length ? `${showCount(boxes.length)} box${boxes.length === 1 ? "" : "es"}` : "No box"}</b>
          <span class="quiet">${boxes.length ? `: ${describeBoxes(boxes)}` : ": drag on the picture to draw one."}</span></p>
        <div class="button-row">
          <${Button} whyNot=${!box && "Select a box on the picture to delete it."} onClick=${() =>
            change(
              boxes.filter((_, index) => index !== selected),
              null,
            )}>Delete box<//>
          <${Button} whyNot=${!isChanged && "Nothing to undo yet."} onClick=${undo}>Undo<//>
          <button class="plain" onClick=${addInTheMiddle}>Add box in the middle</button>
        </div>
        <p class="quiet small">Press <kbd>?</kbd> to see what the keyboard can do here.</p>
        <footer class="box-foot">
          ${problem && html`<p class="message fault" role="alert">${problem}</p>`}
          ${unnamed && html`<p class="message" role="status" id="unnamed-boxes">Choose a class for every box.</p>`}
          ${!boxes.length && html`<p class="quiet small">Saved without a box, the picture counts as an example with no objects.</p>`}
          ${
            onNext &&
            html`<button class="primary" disabled=${busy || unnamed} aria-describedby=${unnamed ? "unnamed-boxes" : null} onClick=${() => save(onNext)}>
            ${boxes.length ? "Save and next" : "No objects, next"}</button>`
          }
          <button class=${onNext ? "" : "primary"} disabled=${busy || unnamed} aria-describedby=${unnamed ? "unnamed-boxes" : null} onClick=${() => save(onClose)}>Save and close</button>
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
    <dialog ref=${dialog} class="detail" aria-label=${`Boxes of picture ${picture.picture_id}`} data-testid="boxes" onClose=${onClose} onCancel=${leave}>
      <button class="icon plain close" aria-label="Close" onClick=${leave}><${CloseIcon} /></button>
      ${
        asking &&
        html`
        <div class="message warning box-question" role="alert"><p>Your changes have not been saved.</p>
          <div class="button-row"><button class="strong" onClick=${() => setAsking(false)}>Continue editing</button>
            <button onClick=${close}>Leave without saving</button></div></div>`
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
