import { html } from "../preact.js";
import { address } from "../api.js";
import { showTime } from "../format.js";
import { describeBoxes } from "../boxes.js";
import { BoxIcon, LABEL_SHAPES, RemoveIcon, SwapIcon } from "./icons.js";

const OTHER = { normal: "anomaly", anomaly: "normal" };

const said = ({ batch, defect_type: type, split, boxes }) =>
  [batch, type, split === "test" && "for testing", boxes && describeBoxes(boxes)].filter(Boolean).join(" · ");

function Picture({ picture, selected, onSelect, onRelabel, onBoxes, onRemove, onRestore }) {
  const { picture_id: id, label, removed_at: removed } = picture;
  const image = html`<img src=${address.thumbnail(id)} loading="lazy" alt=${`Picture ${id}, ${label}`} />`;
  return html`
    <li class=${`picture ${label} ${removed ? "removed" : ""} ${selected ? "selected" : ""}`} data-testid=${`picture-${id}`}>
      ${onSelect
        ? html`<button class="select" aria-pressed=${selected} aria-label=${`Select picture ${id}`} onClick=${() => onSelect(id)}>
            ${image}<span class="tick" aria-hidden="true">${selected ? "✓" : ""}</span></button>`
        : html`<a href=${address.file(id)} target="_blank" rel="noopener">${image}</a>`}
      <p class="picture-label small">${html`<${LABEL_SHAPES[label]} size=${16} />`}${label}
        ${picture.near_copy_of && html`<span class="tag" title=${`Almost the same as picture ${picture.near_copy_of}`}>near copy</span>`}
        <span class="quiet">${showTime(picture.created_at)}</span></p>
      ${said(picture) && html`<p class="picture-words small quiet">${said(picture)}</p>`}
      ${!onSelect && html`<div class="picture-actions">
        ${removed
          ? html`<button onClick=${() => onRestore(picture)}>Put back</button>`
          : html`
            <button class="icon plain" aria-label=${`Make picture ${id} ${OTHER[label]}`} title=${`Make it ${OTHER[label]}`}
              onClick=${() => onRelabel(picture, OTHER[label])}><${SwapIcon} size=${20} /></button>
            <button class="icon plain" aria-label=${`Draw boxes in picture ${id}`} title="Draw boxes"
              onClick=${() => onBoxes(picture)}><${BoxIcon} size=${20} /></button>
            <button class="icon plain" aria-label=${`Remove picture ${id}`} title="Remove"
              onClick=${() => onRemove(picture)}><${RemoveIcon} size=${20} /></button>`}
      </div>`}
    </li>`;
}

/** The pictures of a dataset, newest first; each can be dealt with alone, or selected with others. */
export function PictureGrid({ pictures, selection, onSelect, ...actions }) {
  if (!pictures.length) return html`<p class="quiet empty">No pictures here.</p>`;
  return html`
    <ul class="picture-grid">
      ${pictures.map((picture) => html`<${Picture} key=${picture.picture_id} picture=${picture} onSelect=${onSelect}
        selected=${selection.has(picture.picture_id)} ...${actions} />`)}
    </ul>`;
}
