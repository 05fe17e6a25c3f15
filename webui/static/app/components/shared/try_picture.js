// A picture that a person chooses, judged beside the line and not counted.

import { judgePicture } from "../../api.js";
import { html, useEffect, useState } from "../../preact.js";
import { showMs } from "../../pure/format.js";
import { showsHeat, USUAL_HEAT } from "../../pure/heat_map.js";
import { useNewest } from "../../state/newest.js";
import { messageOf } from "../../state/notices.js";
import { richText } from "../../texts/rich_text.js";
import { text } from "../../texts/texts.js";
import { takeFiles } from "./field_events.js";
import { ChoiceField } from "./fields.js";
import { useFileDrop } from "./file_drop.js";
import { ScoreBar } from "./score_bar.js";
import { VerdictTag } from "./verdict.js";

/** @typedef {{source: string, name: string, judged: PictureJudgement}} Tried */

/** @param {{tried: Tried}} props */
function Result({ tried: { source, name, judged } }) {
  const [visible, setVisible] = useState(true);
  const { verdict, reason, score, threshold, objects, heatmap, latency } = judged;
  const [shows, setShows] = useState(showsHeat(USUAL_HEAT, verdict));
  return html`
    <div class="tried" data-testid="tried">
      <div class="tried-picture">
        ${
          visible
            ? html`<img src=${source} alt=${name} onError=${() => setVisible(false)} />`
            : html`<p class="quiet">${text("picture-try-not-shown")}</p>`
        }
        ${visible && heatmap && shows && html`<img class="tried-heat" src=${`data:image/png;base64,${heatmap}`} alt=${text("heat-map")} />`}
      </div>
      <div class="tried-words">
        <p>${verdict ? html`<${VerdictTag} outcome=${verdict} />` : html`<b>${text("picture-try-no-verdict")}</b>`} <span class="quiet small">${name}</span></p>
        ${reason && html`<p>${reason}</p>`}
        <${ScoreBar} score=${score} threshold=${threshold} />
        ${objects.length > 0 && html`<p>${objects.map(({ name: kind }) => kind).join(", ")}</p>`}
        <p class="quiet small">${text("picture-try-judged", { time: showMs(latency.total_ms) })}</p>
        ${heatmap && html`<div class="button-row"><button aria-pressed=${shows} onClick=${() => setShows(!shows)}>${text("heat-map")}</button></div>`}
      </div>
    </div>`;
}

/**
 * Judged by the model alone or by the recipe, with `first` offered; a `file` is judged at once.
 * @param {{
 *   model: ModelVersion,
 *   recipe: RecipeVersion | null | undefined,
 *   first?: "model" | "recipe",
 *   file?: File,
 * }} props
 */
export function TryPicture({ model, recipe, first = "model", file: given }) {
  const [by, setBy] = useState(/** @type {string} */ (first));
  const [busy, setBusy] = useState("");
  const [problem, setProblem] = useState("");
  const [tried, setTried] = useState(/** @type {Tried | null} */ (null));
  const newest = useNewest(model.name, model.version);
  useEffect(() => () => tried && URL.revokeObjectURL(tried.source), [tried]);
  /** @param {File | undefined} file */
  const judge = async (file) => {
    if (!file || busy) return;
    setBusy(file.name);
    setProblem("");
    setTried(null);
    const chosen =
      by === "recipe" && recipe
        ? { recipe: recipe.recipe.name, version: recipe.version }
        : { model: model.name, version: model.version };
    try {
      await newest.take(
        () => judgePicture(file, chosen),
        (judged) => setTried({ source: URL.createObjectURL(file), name: file.name, judged }),
      );
    } catch (error) {
      setProblem(messageOf(error));
    }
    setBusy("");
  };
  useEffect(() => {
    judge(given);
  }, [given]);
  const { over, handlers } = useFileDrop(false, ([file]) => judge(file));
  return html`
    <section class="card" aria-label=${text("picture-try")}><h2>${text("picture-try")}</h2>
      <p class="quiet small">${text("picture-try-words")}</p>
      ${
        recipe &&
        html`<${ChoiceField} label=${text("picture-try-by")} value=${by} onChange=${setBy} options=${[
          ["model", text("picture-try-by-model", { name: model.name, version: model.version })],
          [
            "recipe",
            text("picture-try-by-recipe", { name: recipe.recipe.name, version: recipe.version }),
          ],
        ]} />`
      }
      <label class=${`upload ${over ? "over" : ""} ${busy ? "disabled" : ""}`} ...${handlers}>
        <input class="visually-hidden" type="file" accept="image/png,image/jpeg,image/tiff,image/bmp" aria-label=${text("picture-try-file")}
          disabled=${busy !== ""} onChange=${takeFiles((files) => judge(files[0]))} />
        <span role="status">${busy ? text("picture-try-judging", { file: busy }) : richText("picture-try-choose", {})}</span></label>
      ${problem && html`<p class="message fault" role="alert">${problem}</p>`}
      ${tried && html`<${Result} key=${tried.source} tried=${tried} />`}
    </section>`;
}
