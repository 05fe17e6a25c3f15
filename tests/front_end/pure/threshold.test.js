import assert from "node:assert/strict";
import { test } from "node:test";
import {
  guaranteeOf,
  ofThousand,
  scoreAxis,
  shareOfScale,
} from "../../../webui/static/app/pure/threshold.js";
import { forRandom } from "../random.js";

test("parts of a thousand have a decimal only below ten", () => {
  assert.equal(ofThousand(0), "0");
  assert.equal(ofThousand(0.0012), "1.2");
  assert.equal(ofThousand(0.005), "5");
  assert.equal(ofThousand(0.0104), "10");
  assert.equal(ofThousand(0.0166), "17");
  assert.equal(ofThousand(1).replace(/\D/g, ""), "1000");
});

test("few pictures guarantee less than was asked for, and enough of them guarantee it", () => {
  forRandom(
    2000,
    (whole) => ({
      rejected: whole(0, 3),
      unseen: whole(3, 2000),
      expected_rate: whole(1, 200) / 1000,
    }),
    (rejects) => {
      const guarantee = guaranteeOf(rejects);
      const share = (rejects.rejected + 1) / (rejects.unseen + 1);
      if (share <= rejects.expected_rate) assert.equal(guarantee, null);
      if (!guarantee) return;
      assert.equal(guarantee.share, share);
      assert.ok(guarantee.pictures > rejects.unseen);
      // With none of them rejected, so many guarantee it, and one fewer would not.
      const reached = 1 / (guarantee.pictures + 1);
      const before = 1 / guarantee.pictures;
      assert.ok(reached <= rejects.expected_rate + 1e-12);
      assert.ok(before > rejects.expected_rate - 1e-12);
    },
  );
});

test("thirty pictures can guarantee 33 per thousand, and 99 are needed for ten", () => {
  const guarantee = guaranteeOf({ rejected: 0, unseen: 30, expected_rate: 0.01 });
  assert.deepEqual(guarantee, { share: 1 / 31, pictures: 99 });
  assert.equal(guaranteeOf({ rejected: 0, unseen: 30, expected_rate: 0.00001 }), null);
});

test("the axis covers all scores, the threshold and its review band, in their order", () => {
  forRandom(
    1000,
    (whole) => ({
      edges: [whole(-100, 0) / 7, whole(1, 100) / 7],
      threshold: whole(-200, 200) / 7,
      distance: whole(0, 50) / 7,
    }),
    ({ edges, threshold, distance }) => {
      const place = scoreAxis(edges, threshold, distance, 640);
      const scores = [...edges, threshold - distance, threshold, threshold + distance];
      for (const score of scores) assert.ok(place(score) > 0 && place(score) < 640);
      const sorted = [...scores].sort((a, b) => a - b).map(place);
      assert.deepEqual(
        sorted,
        [...sorted].sort((a, b) => a - b),
      );
    },
  );
});

test("equal scores still have an axis", () => {
  const place = scoreAxis([2, 2], 2, 0, 100);
  assert.equal(place(2), 50);
});

test("the threshold is the middle of the scale, which no score leaves", () => {
  assert.equal(shareOfScale(3.5, 3.5), 0.5);
  assert.equal(shareOfScale(0, 3.5), 0);
  assert.equal(shareOfScale(100, 3.5), 1);
  assert.equal(shareOfScale(-1, 3.5), 0);
  assert.equal(shareOfScale(0.4, 0), 0.4);
});
