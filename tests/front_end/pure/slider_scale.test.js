import assert from "node:assert/strict";
import { test } from "node:test";
import { SLIDER_STEPS, sliderScale } from "../../../webui/static/app/pure/slider_scale.js";

const LIMITS = [
  { minimum: 0, maximum: 24 },
  { minimum: -10, maximum: 10 },
  { minimum: 19, maximum: 10_000_000 },
];

test("a value's position leads back to the value, from one end of the limits to the other", () => {
  for (const limits of LIMITS) {
    const { position, value } = sliderScale(limits);
    assert.equal(position(limits.minimum), 0);
    assert.ok(Math.abs(position(limits.maximum) - SLIDER_STEPS) < 1e-6);
    let before = Number.NEGATIVE_INFINITY;
    for (let step = 0; step <= SLIDER_STEPS; step++) {
      const at = value(step);
      assert.ok(at > before);
      assert.ok(Math.abs(position(at) - step) < 1e-6);
      before = at;
    }
  }
});

test("limits that span decades are divided by ratio, others evenly", () => {
  const exposure = sliderScale({ minimum: 10, maximum: 1_000_000 });
  assert.ok(Math.abs(exposure.value(SLIDER_STEPS / 2) - Math.sqrt(10 * 1_000_000)) < 1e-3);
  const gain = sliderScale({ minimum: 0, maximum: 24 });
  assert.equal(gain.value(SLIDER_STEPS / 2), 12);
  const rate = sliderScale({ minimum: 40, maximum: 4000 });
  assert.equal(rate.value(SLIDER_STEPS / 2), 2020);
});

test("limits without a range don't divide by zero", () => {
  const scale = sliderScale({ minimum: 5, maximum: 5 });
  assert.equal(scale.position(5), 0);
  assert.equal(scale.value(400), 5);
});
