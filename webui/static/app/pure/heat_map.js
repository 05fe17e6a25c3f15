// On which parts the heat map is shown: on OK parts only when a person wants it.

/**
 * Kept apart, so that hiding it on an OK part doesn't hide where a later defect is.
 * @typedef {{onOk: boolean, onOthers: boolean}} HeatChoice
 */

/** @type {HeatChoice} */
export const USUAL_HEAT = { onOk: false, onOthers: true };

/** @type {(choice: HeatChoice, outcome: string | null) => boolean} */
export const showsHeat = (choice, outcome) => (outcome === "OK" ? choice.onOk : choice.onOthers);

/**
 * The choice after a person showed or hid it on a part with this outcome.
 * @type {(choice: HeatChoice, outcome: string | null, shows: boolean) => HeatChoice}
 */
export const chooseHeat = (choice, outcome, shows) =>
  outcome === "OK" ? { ...choice, onOk: shows } : { ...choice, onOthers: shows };
