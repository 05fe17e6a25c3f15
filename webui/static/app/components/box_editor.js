import { html, useEffect, useState } from "../preact.js";
import { address, get } from "../api.js";
import { describeBoxes, middleBox } from "../boxes.js";
import { showCount, showDateTime } from "../format.js";
import { useModal } from "../modal.js";
import { attempt } from "../notices.js";
import { BoxCanvas } from "./box_canvas.js";
import { CloseIcon } from "./icons.js";

const NAME_LENGTH = 64;

/** Known classes as buttons, and a field for a new one. */
function ClassChoice({ classes, value, asks, onChoose }) {
  const [typed, setTyped] = useState("");
  const add = (event) => {
    event.preventDefault();
    if (typed.trim()) onChoose(typed.trim());
    setTyped("");
  };
  return html`
    <div class="field">
      <span class="field-label" id="box-class">${asks}</span>
      <div class="button-row" role="radiogroup" aria-labelledby="box-class">
        ${classes.map((name, index) => html`
          <button key=${name} role="radio" class="class-button" aria-checked=${name === value} onClick=${() => onChoose(name)}>
            ${index < 9 && html`<kbd aria-hidden="true">${index + 1}</kbd>`}${name}</button>`)}
      </div>
      <form onSubmit=${add}>
        <input aria-label="A new class" placeholder="a new class" maxlength=${NAME_LENGTH} value=${typed}
          onInput=${(event) => setTyped(event.target.value)} />
        <button disabled=${!typed.trim()}>Add</button>
      </form>
    </div>`;
}

/** Who said last what is in the picture. */
function useWho(pictureId) {
  const [who, setWho] = useState(null);
  useEffect(() => {
    setWho(null);
    attempt(async () => setWho(await get(`pictures/${pictureId}/boxes`)));
  }, [pictureId]);
  return who;
}

/** The boxes as they are drawn, and the way back. */
function useBoxes(picture) {
  const [steps, setSteps] = useState([picture.boxes ?? []]);
  const [selected, setSelected] = useState(null);
  const boxes = steps.at(-1);
  return {
    boxes, selected, setSelected, isChanged: steps.length > 1,
    change: (next, index) => { setSteps((before) => [...before, next]); setSelected(index); },
    undo: () => { setSteps((before) => (before.length > 1 ? before.slice(0, -1) : before)); setSelected(null); },
  };
}

/** One picture and its boxes; `onSave(picture, boxes)` throws what the station refused. */
function Drawing({ picture, classes, name, onName, onSave, onNext, onClose, onChanged }) {
  const { boxes, selected, setSelected, isChanged, change, undo } = useBoxes(picture);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState(null);
  const who = useWho(picture.picture_id);
  const known = [...new Set([...classes, ...boxes.map((box) => box.name), name])].filter(Boolean);
  const unnamed = boxes.some((box) => !box.name);
  const box = boxes[selected];
  useEffect(() => { onChanged(isChanged); }, [isChanged]);

  const choose = (chosen) => {
    onName(chosen);
    // The first class that is named is meant for what was drawn without one.
    const named = (one, index) => (index === selected || !one.name ? { ...one, name: chosen } : one);
    if (box || unnamed) change(boxes.map(named), selected);
  };
  const save = async (then) => {
    setBusy(true);
    setProblem(null);
    try {
      await onSave(picture, boxes);
      then();
    } catch (error) {
      setProblem(error.message);
    }
    setBusy(false);
  };
  const press = (event) => {
    if (event.target.closest("input")) return;
    if (event.key === "z" && (event.ctrlKey || event.metaKey)) undo();
    else if (event.key >= "1" && event.key <= "9" && known[event.key - 1]) choose(known[event.key - 1]);
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
          <p class="quiet small" data-testid="box-author">${!who ? "" : who.author
            ? `Last changed ${showDateTime(who.changed_at)} by ${who.author}` : "Nobody has said yet what is here."}</p></header>
        <${ClassChoice} classes=${known} value=${box ? box.name : name} onChoose=${choose}
          asks=${box ? "What is in this box" : "What you draw next"} />
        <p data-testid="box-summary"><b>${boxes.length ? `${showCount(boxes.length)} box${boxes.length === 1 ? "" : "es"}` : "No box"}</b>
          <span class="quiet">${boxes.length ? `: ${describeBoxes(boxes)}` : ": drag on the picture to draw one."}</span></p>
        <div class="button-row">
          <button disabled=${!box} onClick=${() => change(boxes.filter((_, index) => index !== selected), null)}>Delete box</button>
          <button disabled=${!isChanged} onClick=${undo}>Undo</button>
          <button class="plain" onClick=${() => change([...boxes, middleBox(name ?? "", picture)], boxes.length)}>Box in the middle</button>
        </div>
        <details class="small"><summary>By keyboard</summary>
          <p class="quiet">Tab goes from box to box. Arrows move it, with Shift they resize it, with Ctrl ten pixels at once.
            Delete removes it, 1 to 9 choose its class, Ctrl+Z undoes.</p></details>
        <footer class="box-foot">
          ${problem && html`<p class="message fault" role="alert">${problem}</p>`}
          ${unnamed && html`<p class="message" role="status">Choose a class for every box.</p>`}
          ${!boxes.length && html`<p class="quiet small">Saved without a box, the picture says: nothing is here. That is learnt too.</p>`}
          ${onNext && html`<button class="primary" disabled=${busy || unnamed} onClick=${() => save(onNext)}>
            ${boxes.length ? "Save, next picture" : "Nothing here, next picture"}</button>`}
          <button class=${onNext ? "" : "primary"} disabled=${busy || unnamed} onClick=${() => save(onClose)}>Save and close</button>
        </footer>
      </section>
    </div>`;
}

/** Where objects are in pictures: one picture after the other. */
export function BoxEditor({ pictures, first, classes, onSave, onClose }) {
  const dialog = useModal();
  const [order] = useState(() => pictures);
  const [index, setIndex] = useState(() => order.findIndex(({ picture_id: id }) => id === first));
  const [name, setName] = useState(() => sessionStorage.getItem("box-class") ?? classes[0] ?? null);
  const [changed, setChanged] = useState(false);
  const [asking, setAsking] = useState(false);
  const onName = (chosen) => { setName(chosen); sessionStorage.setItem("box-class", chosen); };
  const close = () => dialog.current.close();
  const leave = (event) => {
    if (!changed) return close();
    event.preventDefault();
    return setAsking(true);
  };
  const picture = order[index];
  return html`
    <dialog ref=${dialog} class="detail" aria-label=${`Boxes of picture ${picture.picture_id}`} data-testid="boxes" onClose=${onClose} onCancel=${leave}>
      <button class="icon plain close" aria-label="Close" onClick=${leave}><${CloseIcon} /></button>
      ${asking && html`
        <div class="message warning box-question" role="alert"><p>What you drew is not saved.</p>
          <div class="button-row"><button class="strong" onClick=${() => setAsking(false)}>Go on drawing</button>
            <button onClick=${close}>Leave without saving</button></div></div>`}
      <${Drawing} key=${picture.picture_id} picture=${picture} classes=${classes} name=${name} onName=${onName} onSave=${onSave}
        onChanged=${setChanged} onClose=${close} onNext=${index + 1 < order.length ? () => { setAsking(false); setIndex(index + 1); } : null} />
    </dialog>`;
}
