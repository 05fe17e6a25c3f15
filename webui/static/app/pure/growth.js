// The growth of a dataset's figures as columns of a chart.

/** @typedef {{pictures: number, false_rejects: Pick<FalseRejects, "expected_rate" | "interval">, auroc: Estimate | null, found_share: Estimate | null}} Figures */
/** @typedef {{value: number, interval: Interval}} Estimate */
/** @typedef {"rejects" | "auroc" | "found"} FigureName */

const PARTS = 1000;

/**
 * A figure with its interval as it is drawn; null where it is unknown.
 * @type {Record<FigureName, (figures: Figures) => Estimate | null>}
 */
export const estimateOf = {
  rejects: ({ false_rejects: { expected_rate: rate, interval } }) => ({
    value: rate * PARTS,
    interval: { low: interval.low * PARTS, high: interval.high * PARTS },
  }),
  auroc: ({ auroc }) => auroc,
  found: ({ found_share: share }) => share,
};

/**
 * Numbers of pictures, then the upper and the lower end of the figure's interval, and the figure.
 * @param {Figures[]} growth
 * @param {FigureName} name
 * @returns {[number[], (number | null)[], (number | null)[], (number | null)[]]}
 */
export function growthColumns(growth, name) {
  const estimates = growth.map(estimateOf[name]);
  return [
    growth.map(({ pictures }) => pictures),
    estimates.map((estimate) => estimate?.interval.high ?? null),
    estimates.map((estimate) => estimate?.interval.low ?? null),
    estimates.map((estimate) => estimate?.value ?? null),
  ];
}
