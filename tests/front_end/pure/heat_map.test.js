import assert from "node:assert/strict";
import test from "node:test";
import { chooseHeat, showsHeat, USUAL_HEAT } from "../../../webui/static/app/pure/heat_map.js";

test("the heat map is shown where a part is not OK, and on OK parts only when wanted", () => {
  assert.deepEqual(
    ["OK", "NG", "ERROR", null].map((outcome) => showsHeat(USUAL_HEAT, outcome)),
    [false, true, true, true],
  );
  assert.equal(showsHeat(chooseHeat(USUAL_HEAT, "OK", true), "OK"), true);
});

test("hiding it on an OK part doesn't hide where the next defect is", () => {
  const shown = chooseHeat(USUAL_HEAT, "OK", true);
  const hidden = chooseHeat(shown, "OK", false);
  assert.deepEqual([showsHeat(hidden, "OK"), showsHeat(hidden, "NG")], [false, true]);
  assert.equal(showsHeat(chooseHeat(hidden, "NG", false), "NG"), false);
});
