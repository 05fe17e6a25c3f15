// A picture before and after steps of a preparation; crops and areas are drawn on the picture before.
import { html, useState } from "../../preact.js";
import { rectangleOf, regionOf, replaced, SMALLEST_CROP_PX } from "../../pure/preparation.js";
import { usePreview } from "../../state/preparation.js";
import { text } from "../../texts/texts.js";
import { Button } from "../shared/button.js";
import { pointOn, RoiEditor } from "../shared/roi_editor.js";

/**
 * @import { Preparation, Step } from "../../pure/preparation.js"
 * @import { DrawingEvent, RegionChange } from "../shared/roi_editor.js"
 * @import { Drawing } from "./preparation_step_fields.js"
 */

/**
 * The editor of one rectangle; the step hears of it when the pointer lets go.
 * @param {{what: string, rectangle: {left: number, top: number, width: number, height: number}, size: Size, least: number, onChange: Setter<{left: number, top: number, width: number, height: number}>}} props
 */
function RectangleEditor({ what, rectangle, size, least, onChange }) {
  const [drawn, setDrawn] = useState(/** @type {RegionOfInterest | null} */ (null));
  /** @param {RegionOfInterest} region */
  const fit = (region) => regionOf(rectangleOf(region, size, least));
  /** @param {RegionChange} change */
  const change = (change) => {
    if (typeof change !== "function") {
      setDrawn(change);
      return;
    }
    const last = change(drawn ?? regionOf(rectangle));
    setDrawn(null);
    if (last) onChange(rectangleOf(last, size, least));
  };
  return html`<${RoiEditor} what=${what} shown=${{ offset_x: 0, offset_y: 0, ...size }} roi=${drawn ?? regionOf(rectangle)} fit=${fit} onChange=${change} />`;
}

/**
 * The areas of a mask, and the corners of a polygon that is being drawn.
 * @param {{step: Extract<Step, {type: "mask_out"}>, size: Size, drawing: Drawing}} props
 */
function Areas({ step, size, drawing }) {
  const { corners, setCorners, area: chosen } = drawing;
  /** @param {DrawingEvent} event */
  const press = (event) => {
    if (!corners || event.button !== 0) return;
    const { x, y } = pointOn(event);
    /** @type {(value: number, whole: number) => number} */
    const inside = (value, whole) => Math.min(Math.max(Math.floor(value), 0), whole - 1);
    setCorners([...corners, [inside(x, size.width), inside(y, size.height)]]);
  };
  return html`
    <svg class=${`preparation-areas ${corners ? "drawing" : ""}`} viewBox=${`0 0 ${size.width} ${size.height}`} preserveAspectRatio="none"
      data-testid="preparation-areas" onPointerDown=${press}>
      ${step.areas.map((area, index) =>
        area.type === "polygon"
          ? html`<polygon key=${index} class=${index === chosen ? "chosen" : ""} points=${area.points.map(([x, y]) => `${x + 0.5},${y + 0.5}`).join(" ")} />`
          : html`<rect key=${index} class=${index === chosen ? "chosen" : ""} x=${area.left} y=${area.top} width=${area.width} height=${area.height} />`,
      )}
      ${corners && html`<polyline points=${corners.map(([x, y]) => `${x + 0.5},${y + 0.5}`).join(" ")} />`}
      ${corners?.map(([x, y], index) => html`<circle key=${index} cx=${x + 0.5} cy=${y + 0.5} r=${size.width / 120} />`)}
    </svg>`;
}

/** @param {{step: Step, size: Size, drawing: Drawing, onChange: Setter<Step>}} props */
function Editor({ step, size, drawing, onChange }) {
  const what = text(`preparation-step-${step.type}`);
  if (step.type === "crop")
    return html`<${RectangleEditor} what=${what} rectangle=${step} size=${size} least=${SMALLEST_CROP_PX} onChange=${(/** @type {{left: number, top: number, width: number, height: number}} */ rectangle) => onChange({ ...step, ...rectangle })} />`;
  if (step.type !== "mask_out") return null;
  const area = step.areas[drawing.area];
  return html`
    <${Areas} step=${step} size=${size} drawing=${drawing} />
    ${
      !drawing.corners &&
      area?.type === "rectangle" &&
      html`<${RectangleEditor} what=${what} rectangle=${area} size=${size} least=${1}
      onChange=${(/** @type {{left: number, top: number, width: number, height: number}} */ rectangle) => onChange({ ...step, areas: replaced(step.areas, drawing.area, { type: "rectangle", ...rectangle }) })} />`
    }`;
}

/**
 * @param {{
 *   id: number,
 *   preparation: Preparation,
 *   count: number,
 *   caption: string,
 *   testid: string,
 *   children?: Children,
 * }} props
 */
function Seen({ id, preparation, count, caption, testid, children }) {
  const { src, problem } = usePreview(id, preparation, count);
  return html`
    <figure class="preparation-seen">
      <figcaption class="field-label">${caption}</figcaption>
      ${
        problem
          ? html`<p class="message fault" role="alert">${problem}</p>`
          : html`<div class="preparation-frame">${src && html`<img src=${src} alt=${caption} data-testid=${testid} draggable=${false} />`}${src && children}</div>`
      }
    </figure>`;
}

/**
 * @param {{
 *   picture: Picture,
 *   preparation: Preparation,
 *   step: Step | null,
 *   before: number,
 *   after: number,
 *   size: Size,
 *   drawing: Drawing,
 *   onChange: Setter<Step>,
 *   onPrevious: (() => unknown) | null,
 *   onNext: (() => unknown) | null,
 * }} props
 */
export function PreparationPictures({
  picture,
  preparation,
  step,
  before,
  after,
  size,
  drawing,
  onChange,
  onPrevious,
  onNext,
}) {
  /** @param {KeyboardEvent} event */
  const press = (event) => {
    const go = { ArrowLeft: onPrevious, ArrowRight: onNext }[event.key];
    if (!go) return;
    event.preventDefault();
    go();
  };
  const id = picture.picture_id;
  return html`
    <section class="preparation-pictures" aria-label=${text("preparation-pictures")}>
      <div class="preparation-choice" role="group" aria-label=${text("preparation-picture-choice")} onKeyDown=${press}>
        <${Button} whyNot=${!onPrevious && text("preparation-no-previous")} onClick=${onPrevious}>${text("preparation-previous")}<//>
        <${Button} whyNot=${!onNext && text("preparation-no-next")} onClick=${onNext}>${text("next")}<//>
        <p data-testid="preparation-picture">${text("preparation-picture", { id: String(id), label: picture.label })}</p>
      </div>
      <div class="preparation-pair">
        <${Seen} key=${`before-${step?.type}`} id=${id} preparation=${preparation} count=${before} testid="preparation-before"
          caption=${step ? text("preparation-before", { number: before + 1 }) : text("preparation-before-all")}>
          ${step && html`<${Editor} step=${step} size=${size} drawing=${drawing} onChange=${onChange} />`}
        <//>
        <${Seen} id=${id} preparation=${preparation} count=${after} testid="preparation-after"
          caption=${step ? text("preparation-after", { number: after }) : text("preparation-after-all")} />
      </div>
    </section>`;
}
