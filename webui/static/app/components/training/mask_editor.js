import { address } from "../../api.js";
import { html, useEffect, useState } from "../../preact.js";
import { showCount } from "../../pure/format.js";
import {
  BRUSH_STEPS,
  brushDiameter,
  countPixels,
  describeMask,
  withClass,
} from "../../pure/mask.js";
import { zoomAt } from "../../pure/zoom.js";
import { storeMask, useMaskDrawing } from "../../state/mask.js";
import { messageOf } from "../../state/notices.js";
import { useListedShortcuts } from "../../state/shortcuts.js";
import { text } from "../../texts/texts.js";
import { Button } from "../shared/button.js";
import { takeValue } from "../shared/field_events.js";
import { CloseIcon } from "../shared/icons.js";
import { useModal } from "../shared/modal.js";
import { RadioGroup } from "../shared/radio_group.js";
import { ClassChoice } from "./class_choice.js";
import { MaskCanvas, useZoom } from "./mask_canvas.js";

/**
 * @import { MaskClass } from "../../pure/mask.js"
 * @import { MaskDrawing } from "../../pure/mask_drawing.js"
 * @import { Tool } from "./mask_canvas.js"
 * @typedef {Awaited<ReturnType<typeof storeMask>>} MaskChange
 */

/** @type {Tool[]} */
const TOOLS = ["brush", "eraser", "fill", "move"];
/** @type {() => import("../../state/shortcuts.js").Shortcut[]} */
const shortcuts = () => [
  ["1 – 9", text("pictures-class-effect")],
  ["Ctrl+Z", text("undo")],
];
const ZOOM_STEP = 2;
const DEFAULT_CLASS = "defect";
const KEPT_CLASS = "mask-class";

/**
 * The classes of a drawing, and the chosen one, which is added to them when it is new.
 * @param {Picture} picture
 * @param {string[]} known
 */
function useClasses({ mask, defect_type: type }, known) {
  const kept = sessionStorage.getItem(KEPT_CLASS);
  const names = [
    ...(mask?.classes.map(({ name }) => name) ?? []),
    ...(type ? [type] : []),
    ...known,
  ];
  const first = names.find((name) => name === kept) ?? names[0] ?? kept ?? DEFAULT_CLASS;
  const [name, setName] = useState(first);
  const [classes, setClasses] = useState(() =>
    withClass(/** @type {MaskClass[]} */ (mask?.classes ?? []), first),
  );
  /** @param {string} chosen */
  const choose = (chosen) => {
    setName(chosen);
    setClasses((before) => withClass(before, chosen));
    sessionStorage.setItem(KEPT_CLASS, chosen);
  };
  const chosen = classes.find((mask) => mask.name === name) ?? classes[0];
  return {
    classes,
    chosen,
    names: [...new Set([...names, ...classes.map((mask) => mask.name)])],
    choose,
  };
}

/** @type {(canUndo: boolean, nothing: boolean, scale: number) => string} */
function barState(canUndo, nothing, scale) {
  const words = [
    !canUndo && text("masks-undo-nothing"),
    nothing && text("masks-clear-nothing"),
    scale === 1 && text("masks-not-enlarged"),
  ];
  return words.filter(Boolean).join(" ");
}

/** @param {{size: number, diameter: number, onChange: Setter<number>}} props */
const BrushSize = ({ size, diameter, onChange }) => html`
  <label class="field"><span class="field-head"><span class="field-label">${text("masks-brush-size")}</span><span class="number quiet">${showCount(diameter)} px</span></span>
    <input type="range" min="0" max=${BRUSH_STEPS} step="1" value=${size} onInput=${takeValue((value) => onChange(Number(value)))} /></label>`;

/**
 * One picture and its mask; `onSave` and `onDelete` throw what the station refused.
 * @param {{
 *   picture: Picture,
 *   drawing: MaskDrawing,
 *   known: string[],
 *   onSave: (picture: Picture, done: MaskChange) => Promise<unknown>,
 *   onDelete: (picture: Picture) => Promise<unknown>,
 *   onNext: (() => unknown) | null,
 *   onClose: () => unknown,
 *   onChanged: Setter<boolean>,
 * }} props
 */
function Drawing({ picture, drawing, known, onSave, onDelete, onNext, onClose, onChanged }) {
  const { classes, chosen, names, choose } = useClasses(picture, known);
  const { zoom, change: changeZoom } = useZoom();
  const [tool, setTool] = useState(/** @type {Tool} */ ("brush"));
  const [size, setSize] = useState(BRUSH_STEPS / 2);
  const [isHidden, setHidden] = useState(false);
  // The drawing changes in place: after each act its pixels are counted anew.
  const [counts, setCounts] = useState(() => countPixels(drawing.mask));
  const [painted, setPainted] = useState(0);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState(/** @type {string | null} */ (null));
  const diameter = brushDiameter(size, picture);
  const isChanged = drawing.canUndo;
  useListedShortcuts(shortcuts());
  useEffect(() => {
    onChanged(isChanged);
  }, [isChanged]);

  const act = () => {
    setProblem(null);
    setCounts(countPixels(drawing.mask));
  };
  /** @param {() => unknown} work */
  const paintAnew = (work) => {
    work();
    act();
    setPainted((before) => before + 1);
  };
  const undo = () => paintAnew(() => drawing.undo());
  /** @param {Tool} chosenTool */
  const take = (chosenTool) => {
    setTool(chosenTool);
    setHidden(false);
    setProblem(null);
  };
  /** @param {number} factor */
  const enlarge = (factor) =>
    changeZoom((now, frame) =>
      zoomAt(now, factor, { x: frame.width / 2, y: frame.height / 2 }, frame),
    );
  /** @param {() => unknown} then */
  const save = async (then) => {
    setBusy(true);
    setProblem(null);
    try {
      if (counts.size) await onSave(picture, await storeMask(picture, drawing.mask, classes));
      else if (picture.mask) await onDelete(picture);
      then();
    } catch (error) {
      setProblem(messageOf(error));
    }
    setBusy(false);
  };
  /** @param {EventOf<Element, KeyboardEvent>} event */
  const press = (event) => {
    if (event.target.closest("input:not([type=range])")) return;
    const numbered = names[Number(event.key) - 1];
    if (event.key === "z" && (event.ctrlKey || event.metaKey)) undo();
    else if (event.key >= "1" && event.key <= "9" && numbered) choose(numbered);
    else return;
    event.preventDefault();
  };
  const colors = new Map(classes.map(({ name, color }) => [name, color]));
  const nothing = counts.size === 0;
  return html`
    <div class="detail-body mask-editor" onKeyDown=${press}>
      <section class="detail-picture">
        <${MaskCanvas} picture=${picture} src=${address.file(picture.picture_id)} fallback=${address.thumbnail(picture.picture_id)}
          drawing=${drawing} classes=${classes} tool=${tool} diameter=${diameter} index=${chosen.index} isHidden=${isHidden} painted=${painted}
          zoom=${zoom} onZoom=${changeZoom} onAct=${act} onOpen=${() => setTimeout(() => setProblem(text("masks-outline-open")))} />
        <div class="button-row mask-bar">
          <button disabled=${!drawing.canUndo} aria-describedby="mask-bar-state" onClick=${undo}>${text("undo")}</button>
          <button class="icon" aria-label=${text("masks-zoom-out")} disabled=${zoom.scale === 1} aria-describedby="mask-bar-state" onClick=${() => enlarge(1 / ZOOM_STEP)}>−</button>
          <button class="icon" aria-label=${text("masks-zoom-in")} onClick=${() => enlarge(ZOOM_STEP)}>+</button>
          <button aria-pressed=${isHidden} onClick=${() => setHidden(!isHidden)}>${text(isHidden ? "masks-show" : "masks-hide")}</button>
          <button disabled=${nothing} aria-describedby="mask-bar-state" onClick=${() => paintAnew(() => drawing.clear())}>${text("masks-clear")}</button>
        </div>
        <p class="quiet small mask-bar-state" id="mask-bar-state">${barState(drawing.canUndo, nothing, zoom.scale)}</p>
      </section>
      <section class="detail-facts">
        <header><h2>${text("masks-of-picture", { id: String(picture.picture_id) })}</h2>
          <p class="small" data-testid="mask-summary">${
            nothing
              ? html`<span class="quiet">${text("masks-empty")}</span>`
              : describeMask(counts, classes)
          }</p></header>
        <${RadioGroup} label=${text("masks-tool")} options=${TOOLS.map((one) => [one, text(`masks-tool-${one}`)])} value=${tool} onChange=${take} />
        <p class="quiet small mask-hint">${text(`masks-hint-${tool}`)}</p>
        ${(tool === "brush" || tool === "eraser") && html`<${BrushSize} size=${size} diameter=${diameter} onChange=${setSize} />`}
        ${(tool === "brush" || tool === "fill") && html`<${ClassChoice} classes=${names} value=${chosen.name} colors=${colors} onChoose=${choose} asks=${text("masks-class")} />`}
        <footer class="mask-foot">
          ${problem && html`<p class="message fault" role="alert">${problem}</p>`}
          ${nothing && picture.mask && isChanged && html`<p class="quiet small">${text("masks-saved-empty")}</p>`}
          <div class="button-row">
            ${onNext && html`<button class="strong" disabled=${busy} onClick=${() => (isChanged ? save(onNext) : onNext())}>${text(isChanged ? "pictures-save-and-next" : "next")}</button>`}
            <${Button} class=${onNext ? "" : "strong"} disabled=${busy} whyNot=${!isChanged && text("masks-save-nothing")} onClick=${() => save(onClose)}>${text("pictures-save-and-close")}<//>
          </div>
        </footer>
      </section>
    </div>`;
}

/**
 * A picture's mask as soon as it has been read.
 * @param {Omit<Parameters<typeof Drawing>[0], "drawing">} props
 */
function LoadedDrawing(props) {
  const { drawing, problem } = useMaskDrawing(props.picture);
  if (problem) return html`<p class="message fault mask-message" role="alert">${problem}</p>`;
  if (!drawing) return html`<p class="quiet mask-message">${text("pictures-awaited")}</p>`;
  return html`<${Drawing} ...${props} drawing=${drawing} />`;
}

/**
 * Which pixels of the pictures show which defect: one picture after the other.
 * @param {{
 *   pictures: Picture[],
 *   first: number,
 *   known: string[],
 *   onSave: (picture: Picture, done: MaskChange) => Promise<unknown>,
 *   onDelete: (picture: Picture) => Promise<unknown>,
 *   onClose: () => unknown,
 * }} props
 */
export function MaskEditor({ pictures, first, known, onSave, onDelete, onClose }) {
  const dialog = useModal();
  const [order] = useState(() => pictures.filter(({ label }) => label === "anomaly"));
  const [index, setIndex] = useState(() => order.findIndex(({ picture_id: id }) => id === first));
  const [changed, setChanged] = useState(false);
  const [asking, setAsking] = useState(false);
  const close = () => dialog.current?.close();
  /** @param {Event} event */
  const leave = (event) => {
    if (!changed) return close();
    event.preventDefault();
    return setAsking(true);
  };
  const next = () => {
    setAsking(false);
    setChanged(false);
    setIndex(index + 1);
  };
  const picture = order[index];
  return html`
    <dialog ref=${dialog} class="detail" aria-label=${text("masks-of-picture", { id: String(picture.picture_id) })} data-testid="mask" onClose=${onClose} onCancel=${leave}>
      <button class="icon plain close" aria-label=${text("close")} onClick=${leave}><${CloseIcon} /></button>
      ${
        asking &&
        html`
        <div class="message warning box-question" role="alert"><p>${text("pictures-unsaved")}</p>
          <div class="button-row"><button class="strong" onClick=${() => setAsking(false)}>${text("pictures-continue")}</button>
            <button onClick=${close}>${text("pictures-leave")}</button></div></div>`
      }
      <${LoadedDrawing} key=${picture.picture_id} picture=${picture} known=${known} onSave=${onSave} onDelete=${onDelete}
        onChanged=${setChanged} onClose=${close} onNext=${index + 1 < order.length ? next : null} />
    </dialog>`;
}
