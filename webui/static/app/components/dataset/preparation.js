// The steps that every picture goes through before a model sees it, with a picture before and after them.
import { html, useState } from "../../preact.js";
import { moved, newStep, replaced, sizeAfter, withSteps } from "../../pure/preparation.js";
import { useAnswer } from "../../state/answer.js";
import { usePreparation } from "../../state/preparation.js";
import { text } from "../../texts/texts.js";
import { Button } from "../shared/button.js";
import { PreparationFiles } from "./preparation_files.js";
import { PreparationPictures } from "./preparation_pictures.js";
import { PreparationSteps } from "./preparation_steps.js";
import { PreparationVersions } from "./preparation_versions.js";

/** @import { Step, StepType } from "../../pure/preparation.js" */

const PICTURES = 100;

/** @param {{dataset: string}} props */
export function Preparation({ dataset }) {
  const { answer } = useAnswer(
    /** @type {const} */ (`datasets/${dataset}/pictures?limit=${PICTURES}`),
  );
  const edited = usePreparation(dataset);
  const [chosen, setChosen] = useState(/** @type {number | null} */ (null));
  const [area, setArea] = useState(0);
  const [corners, setCorners] = useState(/** @type {[number, number][] | null} */ (null));
  const [shown, setShown] = useState(0);
  const { versions, preparation } = edited;
  if (!answer || !versions) return html`<p class="quiet">${text("pictures-awaited")}</p>`;
  const picture = answer.pictures[shown];
  if (!picture) return html`<p class="message">${text("preparation-no-pictures")}</p>`;
  const { steps } = preparation;
  const size = {
    width: preparation.width ?? picture.width,
    height: preparation.height ?? picture.height,
  };
  const selected = chosen !== null && chosen < steps.length ? chosen : null;

  /** @param {Step[]} next */
  const change = (next) => edited.change(withSteps(preparation, next, picture));
  /** @param {number | null} index */
  const choose = (index) => {
    setChosen(index);
    setArea(0);
    setCorners(null);
  };
  /** @param {StepType} type */
  const add = (type) => {
    change([...steps, newStep(type, sizeAfter(steps, steps.length, size))]);
    choose(steps.length);
  };
  /** @type {(index: number, by: number) => void} */
  const move = (index, by) => {
    change(moved(steps, index, by));
    choose(index + by);
  };
  /** @param {number} index */
  const remove = (index) => {
    change(steps.filter((_, other) => other !== index));
    choose(null);
  };
  /** @param {Step} step */
  const changeSelected = (step) => selected !== null && change(replaced(steps, selected, step));
  const before = selected ?? 0;
  const step = selected === null ? null : steps[selected];
  const drawing = { area, setArea, corners, setCorners };
  return html`
    <div class="preparation">
      <section class="preparation-side" aria-label=${text("preparation-steps")}>
        <p>${text("preparation-intro")}</p>
        <${PreparationSteps} steps=${steps} selected=${selected} size=${sizeAfter(steps, before, size)} drawing=${drawing}
          onChoose=${choose} onAdd=${add} onMove=${move} onRemove=${remove} onChange=${changeSelected} />
        ${
          preparation.width &&
          preparation.height &&
          html`<p class="quiet small">${text("preparation-size", { width: preparation.width, height: preparation.height })}</p>`
        }
        <div class="button-row">
          <${Button} class="strong" whyNot=${!edited.changed && text("preparation-save-nothing")} onClick=${edited.save}>${text("preparation-save", { version: String((versions[0]?.version ?? 0) + 1) })}<//>
          ${edited.changed && html`<button onClick=${() => edited.discard()}>${text("preparation-discard")}</button>`}
        </div>
        <p class="quiet small">${text("preparation-keeps")}</p>
        <${PreparationFiles} dataset=${dataset} version=${versions[0]?.version} changed=${edited.changed} picture=${picture} />
        <${PreparationVersions} versions=${versions} onRestore=${edited.restore} />
      </section>
      <${PreparationPictures} picture=${picture} preparation=${preparation} step=${step} before=${before}
        after=${selected === null ? steps.length : selected + 1} size=${sizeAfter(steps, before, size)} drawing=${drawing} onChange=${changeSelected}
        onPrevious=${shown > 0 ? () => setShown(shown - 1) : null} onNext=${shown + 1 < answer.pictures.length ? () => setShown(shown + 1) : null} />
    </div>`;
}
