import { html } from "../../preact.js";
import { STEPS } from "../../pure/first_steps.js";
import { useFirstStep } from "../../state/first_steps.js";
import { CloseIcon } from "../shared/icons.js";

/**
 * One quiet strip that leads a new station to its first verdicts.
 * @param {{page: string}} props
 */
export function FirstSteps({ page }) {
  const found = useFirstStep();
  if (!found) return null;
  const { step, close } = found;
  return html`
    <section class="first-steps" aria-label="First steps" data-testid="first-steps">
      <p><b>Step ${step.number} of ${STEPS}, ${step.minutes}.</b> ${page === step.page ? step.here : step.title}</p>
      ${page !== step.page && html`<a class="button" href=${step.page} data-page>Continue</a>`}
      <button class="plain icon" aria-label="Close first steps" onClick=${close}><${CloseIcon} /></button>
    </section>`;
}
