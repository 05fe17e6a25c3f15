import { address } from "../../api.js";
import { html } from "../../preact.js";
import { describeBoxes } from "../../pure/boxes.js";
import { showTime } from "../../pure/format.js";
import { BoxIcon, LABEL_SHAPES, MaskIcon, RemoveIcon, SwapIcon } from "../shared/icons.js";
import { ArrivalMark } from "./arrival_mark.js";

/** @type {Record<Label, Label>} */
const OTHER = { normal: "anomaly", anomaly: "normal" };

/** @type {Record<Split, string>} */
const SPLITS = { train: "for training", test: "for testing" };

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
    split && SPLITS[split],
    boxes && describeBoxes(boxes),
    mask && `mask: ${mask.classes.map(({ name }) => name).join(", ")}`,
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
  const { picture_id: id, label, removed_at: removed } = picture;
  const thumbnail = html`<img src=${address.thumbnail(id)} loading="lazy" alt=${`Picture ${id}, ${label}`} />`;
  const image = picture.mask
    ? html`<span class="masked">${thumbnail}
        <img class="mask-over" src=${address.coloredMask(id, picture.mask.sha256)} loading="lazy" alt="" /></span>`
    : thumbnail;
  return html`
    <li class=${`picture ${label} ${removed ? "removed" : ""} ${selected ? "selected" : ""}`} data-testid=${`picture-${id}`}>
      ${
        onSelect
          ? html`<button class="select" aria-pressed=${selected} aria-label=${`Select picture ${id}`} onClick=${() => onSelect(id)}>
            ${image}<span class="tick" aria-hidden="true">${selected ? "✓" : ""}</span></button>`
          : html`<a href=${address.file(id)} target="_blank" rel="noopener">${image}</a>`
      }
      <p class="picture-label small">${html`<${LABEL_SHAPES[label]} size=${16} />`}${label}
        ${picture.near_copy_of && html`<span class="tag" title=${`Near duplicate of picture ${picture.near_copy_of}`}>near duplicate</span>`}
        <span class="picture-when quiet">${showTime(picture.created_at)} <${ArrivalMark} upload=${picture.upload} /></span></p>
      ${annotationWords(picture) && html`<p class="picture-words small quiet">${annotationWords(picture)}</p>`}
      ${
        !onSelect &&
        html`<div class="picture-actions">
        ${
          removed
            ? html`<button onClick=${() => onRestore(picture)}>Restore</button>`
            : html`
            <button class="icon plain" aria-label=${`Make picture ${id} ${OTHER[label]}`} title=${`Make it ${OTHER[label]}`}
              onClick=${() => onRelabel(picture, OTHER[label])}><${SwapIcon} size=${20} /></button>
            <button class="icon plain" aria-label=${`Draw boxes in picture ${id}`} title="Draw boxes"
              onClick=${() => onBoxes(picture)}><${BoxIcon} size=${20} /></button>
            ${
              label === "anomaly" &&
              html`<button class="icon plain" aria-label=${`Draw the mask of picture ${id}`} title="Draw the mask"
              onClick=${() => onMask(picture)}><${MaskIcon} size=${20} /></button>`
            }
            <button class="icon plain" aria-label=${`Remove picture ${id}`} title="Remove"
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
  if (!pictures.length) return html`<p class="quiet empty">No pictures here.</p>`;
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
