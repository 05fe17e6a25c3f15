import assert from "node:assert/strict";
import { test } from "node:test";
import { pan, pinch, WHOLE, zoomAt } from "../../../webui/static/app/pure/zoom.js";
import { forRandom } from "../random.js";

const FRAME = { width: 400, height: 300 };

/** @typedef {import("../../../webui/static/app/pure/zoom.js").Zoom} Zoom */

/**
 * Which place of the picture is at a point, in shares of its sides.
 * @type {(zoom: Zoom, point: Point) => Point}
 */
const placeAt = ({ scale, x, y }, point) => ({
  x: (point.x - x) / scale / FRAME.width,
  y: (point.y - y) / scale / FRAME.height,
});

test("what is under the finger stays there, and the picture always covers its frame", () => {
  forRandom(
    500,
    (whole) =>
      Array.from({ length: 8 }, () => ({
        factor: whole(50, 250) / 100,
        point: { x: whole(0, 400), y: whole(0, 300) },
        move: { x: whole(-300, 300), y: whole(-300, 300) },
      })),
    (steps) => {
      let zoom = WHOLE;
      for (const { factor, point, move } of steps) {
        const before = placeAt(zoom, point);
        const grown = zoomAt(zoom, factor, point, FRAME);
        if (grown.scale > zoom.scale) {
          const after = placeAt(grown, point);
          assert.ok(Math.hypot(after.x - before.x, after.y - before.y) < 1e-9);
        }
        zoom = pan(grown, move.x, move.y, FRAME);
        assert.ok(zoom.scale >= 1 && zoom.scale <= 16);
        assert.ok(zoom.x <= 0 && zoom.x + FRAME.width * zoom.scale >= FRAME.width - 1e-9);
        assert.ok(zoom.y <= 0 && zoom.y + FRAME.height * zoom.scale >= FRAME.height - 1e-9);
      }
    },
  );
});

test("two fingers keep what is between them, and back at its size the picture is whole", () => {
  const zoom = pinch(
    WHOLE,
    [
      { x: 150, y: 150 },
      { x: 250, y: 150 },
    ],
    [
      { x: 110, y: 160 },
      { x: 310, y: 160 },
    ],
    FRAME,
  );
  assert.equal(zoom.scale, 2);
  assert.deepEqual(placeAt(zoom, { x: 210, y: 160 }), { x: 0.5, y: 0.5 });
  assert.deepEqual(zoomAt(zoom, 0.1, { x: 10, y: 10 }, FRAME), WHOLE);
});
