import { address } from "../../api.js";
import { html } from "../../preact.js";
import { describeBoxes } from "../../pure/boxes.js";
import { showTime } from "../../pure/format.js";
import { text } from "../../texts/texts.js";
import { BoxIcon, LABEL_SHAPES, MaskIcon, RemoveIcon, SwapIcon } from "../shared/icons.js";
import { ArrivalMark } from "./arrival_mark.js";

/** @type {Record<Label, Label>} */
const OTHER = { normal: "anomaly", anomaly: "normal" };

/**
 * What can be done with a picture alone.
 * @typedef {{
 *   onRelabel: (picture: Picture, label: Label) => unknown,
 *   onBoxes: Setter<Picture>,
 *   onMask: Setter<Picture>,
 *   onRemove: Setter<Picture>,
 *   onRestore: Setter<Picture>,
 * }} PictureActions
 */

/** @param {Picture} picture */
const annotationWords = ({ batch, defect_type: type, split, boxes, mask }) =>
  [
    batch,
    type,
    split && text(`split-${split}`),
    boxes && describeBoxes(boxes),
    mask && text("masks-classes", { classes: mask.classes.map(({ name }) => name).join(", ") }),
  ]
    .filter(Boolean)
    .join(" · ");

/**
 * @param {{
 *   picture: Picture,
 *   selected: boolean,
 *   onSelect: Setter<number> | null,
 * } & PictureActions} props
 */
function Picture({ picture, selected, onSelect, onRelabel, onBoxes, onMask, onRemove, onRestore }) {
  const { picture_id, label, removed_at: removed } = picture;
  const id = String(picture_id);
  const labelWord = text(`label-${label}`);
  const otherWord = text(`label-${OTHER[label]}`);
  const thumbnail = html`<img src=${address.thumbnail(picture_id)} loading="lazy" alt=${text("pictures-picture-label", { id, label: labelWord })} />`;
  const image = picture.mask
    ? html`<span class="masked">${thumbnail}
        <img class="mask-over" src=${address.coloredMask(picture_id, picture.mask.sha256)} loading="lazy" alt="" /></span>`
    : thumbnail;
  return html`
    <li class=${`picture ${label} ${removed ? "removed" : ""} ${selected ? "selected" : ""}`} data-testid=${`picture-${id}`}>
      ${
        onSelect
          ? html`<button class="select" aria-pressed=${selected} aria-label=${text("pictures-select-one", { id })} onClick=${() => onSelect(picture_id)}>
            ${image}<span class="tick" aria-hidden="true">${selected ? "✓" : ""}</span></button>`
          : html`<a href=${address.file(picture_id)} target="_blank" rel="noopener">${image}</a>`
      }
      <p class="picture-label small">${html`<${LABEL_SHAPES[label]} size=${16} />`}${labelWord}
        ${picture.near_copy_of && html`<span class="tag" title=${text("pictures-near-copy-of", { id: String(picture.near_copy_of) })}>${text("pictures-near-copy")}</span>`}
        <span class="picture-when quiet">${showTime(picture.created_at)} <${ArrivalMark} upload=${picture.upload} /></span></p>
      ${annotationWords(picture) && html`<p class="picture-words small quiet">${annotationWords(picture)}</p>`}
      ${
        !onSelect &&
        html`<div class="picture-actions">
        ${
          removed
            ? html`<button onClick=${() => onRestore(picture)}>${text("restore")}</button>`
            : html`
            <button class="icon plain" aria-label=${text("pictures-make", { id, label: otherWord })} title=${text("pictures-make-it", { label: otherWord })}
              onClick=${() => onRelabel(picture, OTHER[label])}><${SwapIcon} size=${20} /></button>
            <button class="icon plain" aria-label=${text("boxes-draw-in", { id })} title=${text("boxes-draw")}
              onClick=${() => onBoxes(picture)}><${BoxIcon} size=${20} /></button>
            ${
              label === "anomaly" &&
              html`<button class="icon plain" aria-label=${text("masks-draw-of", { id })} title=${text("masks-draw")}
              onClick=${() => onMask(picture)}><${MaskIcon} size=${20} /></button>`
            }
            <button class="icon plain" aria-label=${text("pictures-remove", { id })} title=${text("remove")}
              onClick=${() => onRemove(picture)}><${RemoveIcon} size=${20} /></button>`
        }
      </div>`
      }
    </li>`;
}

/**
 * The pictures of a dataset, newest first; each can be dealt with alone, or selected with others.
 * @param {{
 *   pictures: Picture[],
 *   selection: Set<number>,
 *   onSelect: Setter<number> | null,
 * } & PictureActions} props
 */
export function PictureGrid({ pictures, selection, onSelect, ...actions }) {
  if (!pictures.length) return html`<p class="quiet empty">${text("pictures-none")}</p>`;
  return html`
    <ul class="picture-grid">
      ${pictures.map(
        (
          picture,
        ) => html`<${Picture} key=${picture.picture_id} picture=${picture} onSelect=${onSelect}
        selected=${selection.has(picture.picture_id)} ...${actions} />`,
      )}
    </ul>`;
}
