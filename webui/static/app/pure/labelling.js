// What can be answered to a picture of a labelling job, and what is sent for it.

/**
 * What is sent besides step, picture, time and attributes.
 * @typedef {{answer?: string | null, verdict?: "correct" | "wrong" | "unsure", seen?: string | null}} Said
 */

/** Whether the auditor says of a shown label whether it is right. @type {(job: LabellingJob, step: LabellingStep) => boolean} */
export const isJudged = (job, step) => job.kind === "audit" && (!job.blind || step === "region");

/**
 * Types of defect to choose from: those of the dataset, and those named here, each once.
 * @param {string[]} known
 * @param {string[]} named
 */
export const typesToChoose = (known, named) => [...new Set([...known, ...named])];

/** Of a step: how many pictures are done, and how many it has. @param {LabellingProgress} progress */
export function doneOf({ waiting, answered, unsure }) {
  const done = answered + unsure;
  return { done, all: done + waiting };
}

/**
 * The first step in which a picture waits; null where none does.
 * @param {LabellingJob} job
 */
export const waitingStep = (job) => job.progress.find(({ waiting }) => waiting > 0)?.step ?? null;
