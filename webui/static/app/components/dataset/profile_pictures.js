import { address } from "../../api.js";
import { html, useEffect, useMemo, useRef, useState } from "../../preact.js";
import { text } from "../../texts/texts.js";
import { LABEL_SHAPES } from "../shared/icons.js";
import { SelectionBar } from "../training/selection_bar.js";
import { facetValue } from "./profile_words.js";

/** @import { PictureColumns } from "../../pure/picture_columns.js" */
/** @import { FollowedProfile } from "../../state/dataset_profile.js" */

const PAGE = 48;

/**
 * What is known of a picture besides its label: batch, defect type, split.
 * @param {PictureColumns} columns
 * @param {number} index
 */
export function pictureWords({ facets }, index) {
  const { batch, defect_type: type, split } = facets;
  return [
    batch.values[batch.of[index]],
    type.values[type.of[index]],
    split.of[index] >= 0 && facetValue("split", split.values[split.of[index]]),
  ]
    .filter(Boolean)
    .join(" · ");
}

/**
 * Pictures of a dataset by their ids, to be looked at and selected; what can be done to all selected
 * ones stands at the foot, with `onlySelected` not before there are some. Pictures that left the dataset meanwhile are left out.
 * @param {{
 *   columns: PictureColumns,
 *   title: string,
 *   ids: number[],
 *   selection: Set<number>,
 *   onSelection: Setter<Set<number>>,
 *   change: FollowedProfile["change"],
 *   onClose: () => unknown,
 *   comeIntoView?: boolean,
 *   onlySelected?: boolean,
 * }} props
 */
export function PictureList({
  columns,
  title,
  ids,
  selection,
  onSelection,
  change,
  onClose,
  comeIntoView,
  onlySelected,
}) {
  const [count, setCount] = useState(PAGE);
  const place = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => {
    if (comeIntoView) place.current?.scrollIntoView({ block: "start" });
  }, [ids]);
  const indices = useMemo(
    () => new Map(columns.picture_id.map((id, index) => [id, index])),
    [columns],
  );
  const present = ids.filter((id) => indices.has(id));
  const selected = [...selection].filter((id) => indices.has(id));
  /** @param {number} id */
  const toggle = (id) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelection(next);
  };
  /** @type {(values: object, words: string) => Promise<void>} */
  const changeSelected = async (values, words) => {
    if (await change(selected, values, words)) onSelection(new Set());
  };
  return html`
    <section class="picture-list" aria-label=${title} ref=${place} data-testid="picture-list">
      <h2>${title} <span class="quiet">${text("dataset-listed", { count: present.length })}</span></h2>
      <ul class="picture-grid">${present.slice(0, count).map((id) => {
        const index = indices.get(id) ?? 0;
        const label = columns.anomaly[index] ? "anomaly" : "normal";
        const words = pictureWords(columns, index);
        return html`
          <li key=${id} class=${`picture ${label} ${selection.has(id) ? "selected" : ""}`}>
            <button class="select" aria-pressed=${selection.has(id)} aria-label=${text("pictures-select-one", { id: String(id) })} onClick=${() => toggle(id)}>
              <img src=${address.thumbnail(id)} loading="lazy" alt="" /><span class="tick" aria-hidden="true">${selection.has(id) ? "✓" : ""}</span></button>
            <p class="picture-label small"><${LABEL_SHAPES[label]} size=${16} />${text(`label-${label}`)}
              <a class="picture-when" href=${address.file(id)} target="_blank" rel="noopener">${text("pictures-picture", { id: String(id) })}</a></p>
            ${words && html`<p class="picture-words small quiet">${words}</p>`}
          </li>`;
      })}</ul>
      ${!present.length && html`<p class="quiet empty">${text("pictures-none")}</p>`}
      ${present.length > count && html`<button onClick=${() => setCount(count + PAGE)}>${text("dataset-listed-more", { count: present.length - count })}</button>`}
      ${
        (selected.length > 0 || !onlySelected) &&
        html`<${SelectionBar} selected=${selected} removed=${false} known=${{ batch: columns.facets.batch.values, defect_type: columns.facets.defect_type.values }}
        onAll=${() => onSelection(new Set(present))} onChange=${changeSelected} onDone=${onClose} />`
      }
    </section>`;
}
