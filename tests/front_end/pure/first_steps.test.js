import assert from "node:assert/strict";
import { test } from "node:test";
import { firstStep } from "../../../webui/static/app/pure/first_steps.js";

const NEW = {
  cameraReady: false,
  normal: 0,
  needed: 20,
  training: false,
  hasModel: false,
  inspecting: false,
  hasVerdicts: false,
};
/** @param {Partial<typeof NEW>} state */
const step = (state) => firstStep({ ...NEW, ...state });

test("a new station is led from step to step by what is true of it", () => {
  assert.equal(step({})?.number, 1);
  assert.equal(step({ cameraReady: true })?.number, 2);
  assert.equal(step({ cameraReady: true, normal: 20 })?.number, 3);
  assert.equal(step({ cameraReady: true, normal: 20, hasModel: true })?.number, 4);
  assert.equal(step({ cameraReady: true, inspecting: true }), null);
  assert.equal(step({ cameraReady: true, hasVerdicts: true }), null);
});

test("without a camera, pictures from files lead on", () => {
  assert.equal(step({ normal: 19 })?.number, 2);
  assert.match(step({ normal: 19 })?.here ?? "", /^Add pictures .* \(19 of 20\)\.$/);
  assert.equal(step({ normal: 20 })?.number, 3);
  assert.match(step({ hasModel: true })?.here ?? "", /Try a picture/);
});

test("while a training runs, nobody is told to start one", () => {
  assert.match(step({ normal: 20, training: true })?.here ?? "", /in progress/);
});
