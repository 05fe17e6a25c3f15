import { address, post, remove, uploadKnown } from "../../api.js";
import { html, useState } from "../../preact.js";
import { showDateTime, showScore } from "../../pure/format.js";
import { query } from "../../pure/query.js";
import { useAnswer } from "../../state/answer.js";
import { attempt } from "../../state/notices.js";
import { checkVersion } from "../../state/promotion.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";
import { takeFiles } from "../shared/field_events.js";
import { ChoiceField } from "../shared/fields.js";
import { RemoveIcon } from "../shared/icons.js";
import { ReasonDialog } from "../shared/reason_dialog.js";
import { VerdictTag } from "../shared/verdict.js";
import { standingWords } from "./promotion.js";

const REMOVE = /** @type {const} */ (["wrong-verdict", "part-gone", "poor-picture"]);
/** @type {RegressionSet} */
const EMPTY = { pictures: [], removed: [] };
/** @type {Record<Label, Verdict>} */
const VERDICTS = { normal: "OK", anomaly: "NG" };

/**
 * @param {{
 *   picture: RegressionPicture,
 *   failure: RegressionFailure | undefined,
 *   onRemove: () => unknown,
 * }} props
 */
function Picture({ picture, failure, onRemove }) {
  const { picture_id: id, verdict, source } = picture;
  return html`
    <li class="picture" data-testid=${`regression-${id}`} title=${source}>
      <a href=${address.regressionFile(id)} target="_blank" rel="noopener"><img src=${address.regressionThumbnail(id)} loading="lazy" alt=${text("regression-known", { verdict })} /></a>
      <p class="picture-label small"><${VerdictTag} outcome=${verdict} />
        ${failure && html`<span class="tag fault" title=${failure.problem ?? ""}>${failure.problem ? text("regression-no-score") : text("regression-score", { score: showScore(failure.score) })}</span>`}</p>
      <div class="picture-actions">
        <button class="icon plain" aria-label=${text("regression-remove-picture", { picture: String(id) })} title=${text("remove")} onClick=${onRemove}><${RemoveIcon} size=${20} /></button>
      </div>
    </li>`;
}

/**
 * The name of the model, the hashes of the pictures that its set has, and what follows another one.
 * @typedef {{model: string, known: Set<string>, onAdded: () => unknown}} Adding
 */

/**
 * Pictures of a dataset to tap: each goes into the set under its label.
 * @param {Adding} props
 */
function FromDataset({ model, known, onAdded }) {
  const [dataset, setDataset] = useState(/** @type {string | null} */ (null));
  const datasets = useAnswer("datasets").answer?.datasets ?? [];
  const chosen = dataset ?? datasets[0]?.name;
  const pictures =
    useAnswer(chosen ? `datasets/${chosen}/pictures?limit=60` : null).answer?.pictures ?? [];
  /** @param {Picture} picture */
  const add = (picture) =>
    attempt(async () => {
      await post(`regression/${model}`, {
        picture_id: picture.picture_id,
        verdict: VERDICTS[picture.label],
      });
      onAdded();
    });
  const rest = pictures.filter((picture) => !known.has(picture.sha256));
  return html`
    ${datasets.length > 1 && html`<${ChoiceField} label=${text("regression-dataset")} value=${chosen} onChange=${setDataset} options=${datasets.map(({ name }) => [name, name])} />`}
    <ul class="picture-grid">
      ${rest.map(
        (picture) => html`
        <li key=${picture.picture_id} class=${`picture ${picture.label}`}>
          <img src=${address.thumbnail(picture.picture_id)} loading="lazy" alt=${text("regression-picture", { picture: String(picture.picture_id), label: picture.label })} />
          <div class="picture-actions"><button onClick=${() => add(picture)}>${text("regression-add-as", { verdict: VERDICTS[picture.label] })}</button></div>
        </li>`,
      )}
    </ul>`;
}

/** @param {Adding} props */
function Add({ model, known, onAdded }) {
  const [choosing, setChoosing] = useState(false);
  /** @type {(files: File[], verdict: Verdict) => Promise<void>} */
  const upload = (files, verdict) =>
    attempt(async () => {
      for (const file of files) await uploadKnown(model, file, verdict);
      onAdded();
    });
  const choose = (
    /** @type {Verdict} */ verdict,
  ) => html`<label class="button">${text("regression-upload", { verdict })}<input class="visually-hidden" type="file" multiple
    accept="image/png,image/jpeg,image/tiff,image/bmp" onChange=${takeFiles((files) => upload(files, verdict))} /></label>`;
  return html`
    <div class="button-row">
      <button aria-pressed=${choosing} onClick=${() => setChoosing(!choosing)}>${text("regression-add")}</button>
      ${choose("OK")}${choose("NG")}
    </div>
    ${choosing && html`<${FromDataset} model=${model} known=${known} onAdded=${onAdded} />`}`;
}

/**
 * The pictures that every version of a model has to get right, and how this one does.
 * @param {{
 *   model: ModelVersion,
 *   standing: RegressionStanding | null,
 *   onChange: () => unknown,
 * }} props
 */
export function RegressionSet({ model, standing, onChange }) {
  const { answer, reload } = useAnswer(`regression/${model.name}`, standing?.set_sha256);
  const set = answer ?? EMPTY;
  const [removing, setRemoving] = useState(/** @type {RegressionPicture | null} */ (null));
  const [checking, setChecking] = useState(false);
  const changed = () => {
    reload();
    onChange();
  };
  const check = () =>
    attempt(async () => {
      setChecking(true);
      try {
        await checkVersion(model);
      } finally {
        setChecking(false);
        onChange();
      }
    });
  const failures = new Map(
    (standing?.failures ?? []).map((failure) => [failure.picture.picture_id, failure]),
  );
  const order = [...set.pictures].sort(
    (a, b) => Number(failures.has(b.picture_id)) - Number(failures.has(a.picture_id)),
  );
  return html`
    <section class="regression" data-testid="regression" data-state=${standing?.state ?? ""} aria-label=${text("regression-set")}>
      <div class="field-head"><h2>${text("regression-set-of", { name: model.name, count: set.pictures.length })}</h2>
        ${standing?.state === "unchecked" && html`<button disabled=${checking} onClick=${check}>${text(checking ? "regression-checking" : "regression-check")}</button>`}</div>
      <p class=${standing?.state === "failed" ? "message fault" : "small quiet"}>${standingWords(standing)}</p>
      ${
        order.length > 0 &&
        html`
        <ul class="picture-grid">
          ${order.map(
            (
              picture,
            ) => html`<${Picture} key=${picture.picture_id} picture=${picture} failure=${failures.get(picture.picture_id)}
            onRemove=${() => setRemoving(picture)} />`,
          )}
        </ul>`
      }
      <${Add} model=${model.name} known=${new Set(set.pictures.map(({ sha256 }) => sha256))} onAdded=${changed} />
      ${
        set.removed.length > 0 &&
        html`
        <details><summary>${text("regression-removed", { count: set.removed.length })}</summary>
          <ul class="rows">${set.removed.map(
            (picture) => html`
            <li key=${picture.picture_id}><div>${richText("regression-removed-picture", picture)}
              <p class="quiet small">${picture.removed_why}; ${showDateTime(picture.removed_at)}, ${picture.removed_by}</p></div></li>`,
          )}</ul>
        </details>`
      }
      ${
        removing &&
        html`
        <${ReasonDialog} title=${text("regression-remove")} presets=${REMOVE.map((why) => text(`regression-why-${why}`))}
          action=${text("remove")} required onClose=${() => setRemoving(null)}
          onDone=${async (/** @type {string} */ why) => {
            await remove(`regression/pictures/${removing.picture_id}${query({ why })}`);
            changed();
          }}>
          <p>${text("regression-remove-words", removing)}</p>
        <//>`
      }
    </section>`;
}
