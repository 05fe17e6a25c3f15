import { html } from "../../preact.js";
import { STEPS } from "../../pure/first_steps.js";
import { useFirstStep } from "../../state/first_steps.js";
import { text } from "../../texts/texts.js";
import { CloseIcon } from "../shared/icons.js";

/**
 * One quiet strip that leads a new station to its first verdicts.
 * @param {{page: string}} props
 */
export function FirstSteps({ page }) {
  const found = useFirstStep();
  if (!found) return null;
  const { step, close } = found;
  const { number, minutes } = step;
  return html`
    <section class="first-steps" aria-label=${text("first-steps")} data-testid="first-steps">
      <p><b>${text("first-steps-progress", { number, steps: STEPS, minutes })}</b> ${page === step.page ? step.here : step.title}</p>
      ${page !== step.page && html`<a class="button" href=${step.page} data-page>${text("first-steps-continue")}</a>`}
      <button class="plain icon" aria-label=${text("first-steps-close")} onClick=${close}><${CloseIcon} /></button>
    </section>`;
}
