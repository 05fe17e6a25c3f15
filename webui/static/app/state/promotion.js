// Trials, promotion and the regression set, as the pages ask for them.
import { get, post } from "../api.js";
import { query } from "../pure/query.js";
import { text } from "../texts/texts.js";
import { withConsent } from "./consent.js";
import { refreshStatus } from "./events.js";

const PERIOD_MS = 300;
const pause = () =>
  new Promise((resolve) => {
    setTimeout(resolve, PERIOD_MS);
  });

/** @type {(model: ModelVersion, threshold?: number | null) => Promise<RegressionStanding>} */
export const standingOf = ({ name, version }, threshold) =>
  get(`models/${name}/${version}/regression${query({ threshold })}`);

/**
 * Checks a version on its regression set and waits for the end; how it stands then.
 * @param {ModelVersion} model
 */
export async function checkVersion(model) {
  /** @type {Job} */
  let job = await post(`models/${model.name}/${model.version}/regression`);
  while (job.state === "queued" || job.state === "running") {
    await pause();
    job = await get(`jobs/${job.job_id}`);
  }
  if (job.state !== "succeeded") throw new Error(text("regression-check-ended", job));
  return standingOf(model);
}

/**
 * Promotes a version, after its check where that is still to be done.
 * @param {ModelVersion} model
 * @param {string} why
 * @param {boolean} anyway whether in spite of what the dialog objected to
 */
export async function promote(model, why, anyway) {
  let standing = await standingOf(model);
  if (standing.state === "unchecked") standing = await checkVersion(model);
  if (standing.state === "failed") {
    throw new Error(
      text("promotion-failed", {
        version: model.version,
        failures: standing.failures.length,
        pictures: standing.pictures,
      }),
    );
  }
  const { name, version } = model;
  await withConsent((consents) =>
    post("promotions", { model: { name, version }, why, anyway: anyway || consents }),
  );
  await refreshStatus();
}

/**
 * Goes back to the version before.
 * @param {string} why
 */
export async function rollBack(why) {
  await post("promotions/rollback", { why });
  await refreshStatus();
}
