import { address } from "../../api.js";
import { html, useMemo, useState } from "../../preact.js";
import { showPercent, showScore } from "../../pure/format.js";
import { FACETS, groupsOf } from "../../pure/picture_columns.js";
import { useDatasetProfile } from "../../state/dataset_profile.js";
import { text } from "../../texts/texts.js";
import { ChoiceField } from "../shared/fields.js";
import { PictureMapChart } from "./picture_map_chart.js";
import { GroupMark, groupStyle } from "./picture_map_groups.js";
import { Measuring } from "./profile_measuring.js";
import { PictureList, pictureWords } from "./profile_pictures.js";
import { facetTitle, facetValue } from "./profile_words.js";

/** @import { Coloring, PictureColumns } from "../../pure/picture_columns.js" */

/**
 * The words for a group of pictures.
 * @param {PictureColumns} columns
 * @param {Coloring} by
 * @param {number | "others" | "none"} value
 */
function groupName(columns, by, value) {
  if (by === "label") return text(value ? "anomaly" : "normal");
  if (value === "others") return text("dataset-map-others");
  if (by === "score")
    return value === "none"
      ? text("dataset-map-no-score")
      : text("dataset-map-score", { level: Number(value) + 1 });
  return facetValue(by, value === "none" ? null : columns.facets[by].values[value]);
}

/**
 * The pictures on a plane, where alike ones are near each other; a line drawn around some selects them.
 * @param {{dataset: string}} props
 */
export function PictureMap({ dataset }) {
  const followed = useDatasetProfile(dataset);
  const { profile, columns } = followed;
  const [by, setBy] = useState(/** @type {Coloring} */ ("label"));
  const [lassoed, setLassoed] = useState(/** @type {number[] | null} */ (null));
  const [selection, setSelection] = useState(/** @type {Set<number>} */ (new Set()));
  const [pointed, setPointed] = useState(
    /** @type {{index: number, x: number, y: number} | null} */ (null),
  );
  const groups = useMemo(() => columns && groupsOf(columns, by), [columns, by]);
  const newestFirst = useMemo(() => columns?.picture_id.toReversed() ?? [], [columns]);
  if (!profile || !columns || !groups)
    return html`<p class="quiet">${text("pictures-awaited")}</p>`;
  if (!columns.picture_id.length)
    return html`<p class="message">${text("dataset-empty", { dataset })}</p>`;

  const { map } = columns;
  /** @param {number[]} ids */
  const choose = (ids) => {
    setPointed(null);
    setLassoed(ids);
    setSelection(new Set(ids));
  };
  const clear = () => {
    setLassoed(null);
    setSelection(new Set());
  };
  const counts = groups.values.map(() => 0);
  for (const group of groups.of) counts[group] += 1;
  /** @type {[Coloring, string][]} */
  const colorings = [
    ["label", text("dataset-label")],
    ...FACETS.map((name) => /** @type {[Coloring, string]} */ ([name, facetTitle(name)])),
    ...(columns.scored_by
      ? [/** @type {[Coloring, string]} */ (["score", text("dataset-measure-score")])]
      : []),
  ];
  const shown = pointed && columns.picture_id[pointed.index] ? pointed : null;
  return html`
    <div class="dataset-map" data-testid="map">
      <${Measuring} followed=${followed} />
      ${
        map
          ? html`
        <div class="map-head">
          <p>${text("dataset-map-words", {
            share: showPercent(map.explained[0] + map.explained[1], 0),
            first: showPercent(map.explained[0], 0),
            second: showPercent(map.explained[1], 0),
          })} <span class="quiet small">${text("dataset-version", { version: String(columns.version) })}</span></p>
          <${ChoiceField} label=${text("dataset-map-color")} value=${by} options=${colorings} onChange=${setBy} />
        </div>
        <div class="map-place">
          <${PictureMapChart} map=${map} ids=${columns.picture_id} groups=${groups} by=${by} selection=${selection}
            onLasso=${choose} onPoint=${setPointed} />
          ${
            shown &&
            html`<figure class="map-pointed" data-testid="map-pointed" style=${{ left: `clamp(98px, ${shown.x}px, 100% - 98px)`, top: `${shown.y}px` }}>
              <img src=${address.thumbnail(columns.picture_id[shown.index])} alt="" />
              <figcaption class="small">${text("pictures-picture-label", {
                id: String(columns.picture_id[shown.index]),
                label: text(columns.anomaly[shown.index] ? "label-anomaly" : "label-normal"),
              })}<br />${pictureWords(columns, shown.index)}
              ${columns.score[shown.index] !== null && html`<br />${text("dataset-map-scored", { score: showScore(columns.score[shown.index]) })}`}</figcaption>
            </figure>`
          }
        </div>
        <ul class="map-legend" aria-label=${text("dataset-map-groups")}>${groups.values.map(
          (value, group) =>
            counts[group] > 0 &&
            html`<li key=${value}><button class="plain" onClick=${() => choose(columns.picture_id.filter((_, index) => groups.of[index] === group))}>
              <${GroupMark} ...${groupStyle(by, group, groups.values.length)} />${groupName(columns, by, value)} <span class="quiet">${text("dataset-listed", { count: counts[group] })}</span></button></li>`,
        )}</ul>
        <p class="quiet small">${text("dataset-map-how")}</p>`
          : html`<p class="message">${text("dataset-map-none")}</p>`
      }
      <${PictureList} key=${lassoed} columns=${columns} title=${text(lassoed ? "dataset-map-selected" : "pictures-title")} ids=${lassoed ?? newestFirst}
        selection=${selection} onSelection=${setSelection} change=${followed.change} onClose=${clear} onlySelected=${!lassoed} />
    </div>`;
}
