import { html, useState } from "../../preact.js";
import { idsWhere } from "../../pure/picture_columns.js";
import { useDatasetProfile } from "../../state/dataset_profile.js";
import { text } from "../../texts/texts.js";
import { ProfileCounts } from "./profile_counts.js";
import { ProfileGaps } from "./profile_gaps.js";
import { ProfileHistograms } from "./profile_histograms.js";
import { Measuring } from "./profile_measuring.js";
import { PictureList } from "./profile_pictures.js";

/** @import { PictureColumns } from "../../pure/picture_columns.js" */

/**
 * Shows the pictures of which an index fulfils a condition, under a title.
 * @typedef {(title: string, keep: (columns: PictureColumns, index: number) => boolean) => void} ShowPictures
 */

/**
 * How the pictures of a dataset are spread, what was measured of them, and what is missing.
 * @param {{dataset: string}} props
 */
export function Profile({ dataset }) {
  const followed = useDatasetProfile(dataset);
  const { profile, columns } = followed;
  const [listed, setListed] = useState(/** @type {{title: string, ids: number[]} | null} */ (null));
  const [selection, setSelection] = useState(/** @type {Set<number>} */ (new Set()));
  if (!profile) return html`<p class="quiet">${text("pictures-awaited")}</p>`;
  if (!(profile.normal + profile.anomaly))
    return html`<p class="message">${text("dataset-empty", { dataset })}</p>`;

  /** @type {ShowPictures} */
  const show = (title, keep) => {
    if (!columns) return;
    setSelection(new Set());
    setListed({ title, ids: idsWhere(columns, (index) => keep(columns, index)) });
  };
  return html`
    <div class="dataset-profile" data-testid="profile">
      <p class="profile-total" data-testid="profile-total">${text("dataset-pictures", {
        count: profile.normal + profile.anomaly,
        normal: profile.normal,
        anomaly: profile.anomaly,
      })} <span class="quiet small">${text("dataset-version", { version: String(profile.version) })}</span></p>
      <${Measuring} followed=${followed} />
      <${ProfileGaps} dataset=${dataset} gaps=${profile.gaps} onShow=${show} />
      <${ProfileCounts} profile=${profile} onShow=${show} />
      ${columns && html`<${ProfileHistograms} columns=${columns} onShow=${show} />`}
      ${
        columns &&
        listed &&
        html`<${PictureList} key=${listed} columns=${columns} title=${listed.title} ids=${listed.ids} selection=${selection} onSelection=${setSelection}
          change=${followed.change} onClose=${() => setListed(null)} comeIntoView />`
      }
    </div>`;
}
